"""What a stranger can run to see that the claims of docs/reliability.md hold; each script says at its top how."""
