"""The knowledge base as a library: evidence files in, views and pages out.

The arrow runs one way: files → ``load`` → ``KnowledgeBase`` → views → surfaces → pages.
Nothing in here prints, reads the clock or opens a connection.
"""
