//! What a user gets, tested: one binary, one sentence a module.
