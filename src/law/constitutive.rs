//! What a law makes so by saying it, and asks of nobody: "there shall be a body corporate", "this section shall have effect".

use super::Instrument;
use crate::statements::{Modality, Statement};

/// How such a sentence goes on after "shall" or "must".
const SETTLES: &[&str] = &[
    "have effect",
    "have no effect",
    "have the same",
    "come into",
    "cease to",
    "apply",
    "extend to",
    "mean ",
    "become ",
    "expire",
    "consist of",
    "continue to",
    "continue in",
    "bind the crown",
    "affect ",
    "hold and vacate",
    "hold office",
    "fall to",
    "rank ",
    "vest in",
    "stand referred",
    "count as",
    "take effect",
    "not apply",
    "not affect",
    "remain in",
    "be void",
    "be deemed",
    "be treated",
    "be construed",
    "be regarded",
    "be taken to",
    "be read",
    "be known as",
    "be called",
    "be eligible",
    "be guilty",
    "be liable",
    "be entitled",
    "be in force",
    "be of no effect",
    "be of full",
    "be valid",
    "be applied as",
    "be inserted",
    "be substituted",
    "be added",
    "be omitted",
    "be repealed",
    "be disqualified from being",
    "be a ",
    "be an ",
    "be the functions",
    "be for a period",
    "be exercisable",
    "be recoverable",
    "be bound by",
    "be subject to",
    "be admissible",
    "be evidence",
    "be available for",
    "be such",
    "be one of",
    "be members",
    "be property",
];

impl Instrument {
    /// Whether a sentence of the law settles what is so, and lays nothing on anybody.
    pub fn only_settles(&self, statement: &Statement) -> bool {
        if !matches!(statement.modality, Modality::Duty | Modality::Prohibition) {
            return false;
        }
        let document = self.document();
        let plain = document.plain.text();
        let before = plain[..statement.keyword.start as usize].trim_end();
        let after = plain[statement.keyword.end as usize..].trim_start().to_lowercase();
        let after = after.strip_prefix("not ").unwrap_or(&after);
        // "there shall be paid by the Board": by somebody, after all.
        let sentence = document.text(statement.extent);
        let there = before.ends_with("there") || before.ends_with("There");
        (there && !sentence.contains(" by the "))
            || SETTLES.iter().any(|it| after.starts_with(it))
                && !after.starts_with("be a matter for")
    }
}
