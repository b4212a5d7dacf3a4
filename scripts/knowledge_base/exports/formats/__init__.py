"""The files of the data package, a module a format; each is found here.

It has `files`. What is in each file, in words for readers, is in `book/about/data.wording.yml`.
"""
