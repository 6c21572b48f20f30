//! Names of instruments, their ids, provision paths and their order: embedded facts, and no texts.

pub mod abbreviation;
mod comparable;
mod kind;
mod near;
pub mod provision;
mod table;
pub mod uri;

pub use comparable::{Comparable, comparable, same_title};
pub use kind::Kind;
pub use near::{Near, near};
pub use table::{Known, all_of_year, by_id, ending, find, is_complete, latest_years, with_title};
