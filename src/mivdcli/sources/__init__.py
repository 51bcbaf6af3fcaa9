"""The official texts that the reader has: read, stored, found back paragraph by paragraph, verified, drafted from.

Nothing here is imported by a command that does not ask for it, and nothing goes to the network except ``fetch``.
"""
