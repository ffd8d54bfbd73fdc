"""The store as web pages: one module a kind of page, its templates beside it, nothing that a browser must run.

Every page is made from one `Store`, opened for the request and closed after it, so that what was ingested a moment
ago is answered and no connection is shared between threads.
"""
