"""What was drawn from the ledger and is kept, so that it need not be drawn again for each question.

Everything here can be thrown away and made anew. `leaning` notes what an answer was drawn from, `packing` turns it
into a row and back, `table` keeps the rows, `upkeep` draws anew what a change of the ledger touches, `proof` shows
that what is kept equals what the rules say now, `edition` by which rules it was drawn.
"""
