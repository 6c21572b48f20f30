//! Supplied legislation: its provisions, read by `statements` as any text is.

mod date;

pub use date::Date;
