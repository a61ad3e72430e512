"""The days of a proposal and the periods of the Companies Act."""
