"""How long the pages of a store take over HTTP, beside the answers they are made from."""
