"""Who may see and do what: roles, access to a company, signing in, the audit."""
