"""The files of the data package, a module a format; each has `files`, by which it is found."""
