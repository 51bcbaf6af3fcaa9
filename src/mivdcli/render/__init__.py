"""From results to text: every command makes one neutral view, every format arranges any view."""
