//! The words a reading knows: duty-holders, heads, phrases. Built-in data, merged with the configuration and the draft's own.

use super::HolderName;

/// Built-in data merged with the configuration once, and carried in the draft. Rules read it, never the configuration.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    names: Vec<String>,
}

impl Vocabulary {
    /// The name a holder is reported under.
    pub fn name<'a>(&'a self, holder: &'a HolderName) -> &'a str {
        match holder {
            HolderName::Known(index) => &self.names[*index as usize],
            HolderName::Written(words) => words,
            HolderName::Reader => "you",
        }
    }
}
