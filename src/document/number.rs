//! Numbers of paragraphs, parts and items: "9.12", "5.12A", "A.1", "xix", "a".

use std::fmt;

/// A number as the draft writes it, without closing dot or brackets.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(Box<str>);

impl Number {
    pub fn new(written: &str) -> Self {
        Self(written.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
