//! The one table of modal words, and what each means where it stands.

/// What a statement asks: READING.md's classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modality {
    Duty,
    Prohibition,
    Guidance,
    GuidanceAgainst,
    Permission,
    /// Obligation wording outside the convention: "need to", "has to", "it is essential that".
    Undeclared,
    /// Soft wording: "will want to", "are encouraged to".
    Encouragement,
}

impl Modality {
    pub const ALL: [Self; 7] = [
        Self::Duty,
        Self::Prohibition,
        Self::Guidance,
        Self::GuidanceAgainst,
        Self::Permission,
        Self::Undeclared,
        Self::Encouragement,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Prohibition => "prohibition",
            Self::Guidance => "guidance",
            Self::GuidanceAgainst => "guidance-against",
            Self::Permission => "permission",
            Self::Undeclared => "undeclared",
            Self::Encouragement => "encouragement",
        }
    }
}
