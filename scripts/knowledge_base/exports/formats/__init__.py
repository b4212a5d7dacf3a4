"""The files of the data package, a module a format; each is found here.

It has `files`, and `CONTENTS`: what is in each file, in words for readers.
"""
