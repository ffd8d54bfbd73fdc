"""Tables for an agency's own work: what to report as inactive, and what a records system can carry out."""
