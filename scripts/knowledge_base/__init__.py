"""The knowledge base as a library: evidence files in, views and pages out.

The arrow runs one way: files → ``reading`` → ``checks`` → ``KnowledgeBase`` → ``views`` →
pages and exports.
Nothing in here prints, reads the clock or opens a connection.
"""
