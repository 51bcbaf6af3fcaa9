"""One module per question: ask the core, say what must be said beside the answer, lay it out."""
