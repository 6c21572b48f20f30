//! What people and machines are shown: one format a file, one pure function each.
