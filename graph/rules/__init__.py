"""The law and the weight of evidence as named rules: what `rules.toml` describes, these functions decide.

`approvals` and `marks` read what a document shows of an authority itself, `claims` who says that another took
its place, `limits` what such a claim is worth, `decisions` what all of it comes to.
"""
