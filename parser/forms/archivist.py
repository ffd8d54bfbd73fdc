"""How forms and papers print the office of the Archivist of the United States."""

# Like "archivist of the united states", "archivist of the u. s.", "archivist, u.s.a."
ARCHIVIST_OF = (
    r"archivist(?:[ ]of[ ](?:the[ ])?|,?[ ])(?:united[ ]states|u[.]?[ ]?s\b(?:[.](?:[ ]?a\b[.]?)?)?)"
)
"""The pattern of the office, in small letters."""
