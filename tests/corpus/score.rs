//! How near the program's reading comes to gold: the counts, and the figures made of them.

use std::fmt::Write as _;

use dutybound::{
    draft::Draft,
    source::Source,
    statements::{Authority, Found, Modality, NoStatement, Statement, Vocabulary},
};

use super::{
    gold::{Gold, Text},
    names,
};

/// Counts over keywords, and what was missed.
#[derive(Default)]
pub(crate) struct Score {
    /// Keywords of gold that are read as keywords, those that are not, and those read where gold has none.
    found: usize,
    missed: usize,
    invented: usize,
    modality_right: usize,
    /// Statements that name nobody: seen, claimed of one that names somebody, not seen.
    nobody_seen: usize,
    nobody_claimed: usize,
    nobody_missed: usize,
    holders_right: usize,
    holders: usize,
    undecided: usize,
    pub(crate) fields: Fields,
    pub(crate) misses: Vec<String>,
}

/// Right and judged, a field.
#[derive(Default)]
pub(crate) struct Fields {
    pub(crate) action: Share,
    pub(crate) condition: Share,
    pub(crate) deadline: Share,
    pub(crate) authority: Share,
}

#[derive(Default, Clone, Copy)]
pub(crate) struct Share {
    pub(crate) right: usize,
    pub(crate) of: usize,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.of += 1;
        self.right += usize::from(right);
    }

    fn join(&mut self, other: Self) {
        self.right += other.right;
        self.of += other.of;
    }

    pub(crate) fn value(self) -> f64 {
        ratio(self.right, self.of)
    }
}

impl Score {
    pub(crate) fn keywords(&self) -> usize {
        self.found + self.missed
    }

    pub(crate) fn keyword_f1(&self) -> f64 {
        let precision = ratio(self.found, self.found + self.invented);
        let recall = ratio(self.found, self.keywords());
        if precision + recall == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / (precision + recall)
        }
    }

    pub(crate) fn modality(&self) -> f64 {
        ratio(self.modality_right, self.found)
    }

    pub(crate) fn nobody_precision(&self) -> f64 {
        ratio(self.nobody_seen, self.nobody_seen + self.nobody_claimed)
    }

    pub(crate) fn nobody_recall(&self) -> f64 {
        ratio(self.nobody_seen, self.nobody_seen + self.nobody_missed)
    }

    pub(crate) fn holder(&self) -> f64 {
        ratio(self.holders_right, self.holders)
    }

    pub(crate) fn undecided(&self) -> f64 {
        ratio(self.undecided, self.found)
    }

    /// One line of a table: the name, the number of keywords, and the figures.
    pub(crate) fn row(&self, name: &str) -> String {
        let figures = [
            self.keyword_f1(),
            self.modality(),
            self.nobody_precision(),
            self.nobody_recall(),
            self.holder(),
            self.undecided(),
        ];
        let mut row = format!("| {name} | {} |", self.keywords());
        for figure in figures {
            let _ =
                if figure.is_nan() { write!(row, " – |") } else { write!(row, " {figure:.2} |") };
        }
        row
    }

    pub(crate) fn join(&mut self, other: &Self) {
        self.found += other.found;
        self.missed += other.missed;
        self.invented += other.invented;
        self.modality_right += other.modality_right;
        self.nobody_seen += other.nobody_seen;
        self.nobody_claimed += other.nobody_claimed;
        self.nobody_missed += other.nobody_missed;
        self.holders_right += other.holders_right;
        self.holders += other.holders;
        self.undecided += other.undecided;
        self.fields.action.join(other.fields.action);
        self.fields.condition.join(other.fields.condition);
        self.fields.deadline.join(other.fields.deadline);
        self.fields.authority.join(other.fields.authority);
        self.misses.extend(other.misses.iter().cloned());
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of keywords are small")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// One text as the program reads it, beside its gold.
pub(crate) struct Reading<'a> {
    text: &'a Text,
    draft: Draft,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(text: &'a Text) -> Self {
        let source = Source::from_bytes(text.name.clone(), text.bytes.clone())
            .expect("a text with gold is readable");
        Self { text, draft: Draft::from_sources(vec![source], &Vocabulary::default()) }
    }

    /// Scores the gold records that `wanted` picks. Keywords that stand in no record at all count against the text.
    pub(crate) fn score(&self, wanted: impl Fn(&Gold) -> bool) -> Score {
        let mut score = Score::default();
        let mut free = self.keywords();
        let whole = self.text.gold.iter().all(&wanted);
        for gold in &self.text.gold {
            let hit =
                free.iter().position(|(start, end, _)| *start < gold.end && gold.start < *end);
            let statement = hit.map(|index| free.remove(index).2);
            if !gold.skip && wanted(gold) {
                self.judge(gold, statement, &mut score);
            }
        }
        for (start, _, statement) in free.iter().filter(|_| whole) {
            if statement.modality != Modality::Permission {
                score.invented += 1;
                score.misses.push(format!(
                    "read as {}, not in gold: {}",
                    statement.modality.as_str(),
                    self.at(*start)
                ));
            }
        }
        score
    }

    /// The first statement of each keyword, by the keyword's bytes.
    fn keywords(&self) -> Vec<(usize, usize, &Statement)> {
        let mut keywords: Vec<(usize, usize, &Statement)> = Vec::new();
        for statement in self.draft.statements() {
            let range = self.draft.span(statement, statement.keyword).range();
            if !keywords.iter().any(|(start, end, _)| (*start, *end) == (range.start, range.end)) {
                keywords.push((range.start, range.end, statement));
            }
        }
        keywords
    }

    fn judge(&self, gold: &Gold, statement: Option<&Statement>, score: &mut Score) {
        let none = gold.modality == "none";
        match statement {
            None if none => {}
            None => {
                score.missed += 1;
                let reason = self.reason(gold);
                score.misses.push(format!(
                    "read as no {}{reason}: {}",
                    gold.modality,
                    self.at(gold.start)
                ));
            }
            Some(statement) if none => {
                score.invented += 1;
                score.misses.push(format!(
                    "read as {}, is none: {}",
                    statement.modality.as_str(),
                    self.at(gold.start)
                ));
            }
            Some(statement) => {
                score.found += 1;
                if statement.modality.as_str() == gold.modality {
                    score.modality_right += 1;
                } else {
                    let read = statement.modality.as_str();
                    score.misses.push(format!(
                        "{read}, is {}: {}",
                        gold.modality,
                        self.at(gold.start)
                    ));
                }
                self.judge_holder(gold, statement, score);
                self.judge_fields(gold, statement, score);
            }
        }
    }

    fn judge_holder(&self, gold: &Gold, statement: &Statement, score: &mut Score) {
        let Some(expected) = &gold.holder else { return };
        let read = self.holders(statement);
        let undecided = statement.duty_holder.found == Found::Undecided;
        score.undecided += usize::from(undecided);
        let right = if expected.is_empty() {
            let seen = !undecided && read.is_empty();
            score.nobody_seen += usize::from(seen);
            score.nobody_missed += usize::from(!seen);
            seen
        } else {
            let right = !undecided && holders_match(expected, read.clone());
            score.holders += 1;
            score.holders_right += usize::from(right);
            score.nobody_claimed += usize::from(!undecided && read.is_empty());
            right
        };
        if !right {
            let found = if undecided { "undecided".to_owned() } else { format!("{read:?}") };
            score.misses.push(format!("holder {found}, is {expected:?}: {}", self.at(gold.start)));
        }
    }

    /// The holders of a statement: canonical name and words as written.
    fn holders(&self, statement: &Statement) -> Vec<[String; 2]> {
        let vocabulary = &self.draft.reading.vocabulary;
        let holders = statement.duty_holder.holders.iter();
        holders
            .map(|holder| {
                let written = self.draft.text(statement, holder.written);
                [vocabulary.name(&holder.name).to_owned(), written.to_owned()]
            })
            .collect()
    }

    fn judge_fields(&self, gold: &Gold, statement: &Statement, score: &mut Score) {
        let text = |extent| bare(self.draft.text(statement, extent));
        if let Some(action) = &gold.action {
            score.fields.action.add(begins_alike(&bare(action), &text(statement.action)));
        }
        if !gold.conditions.is_empty() {
            let read: Vec<String> =
                statement.conditions.iter().map(|&extent| text(extent)).collect();
            score.fields.condition.add(gold.conditions.iter().all(|one| read.contains(&bare(one))));
        }
        if let Some(deadline) = &gold.deadline {
            let read = statement.deadline.as_ref().map(|deadline| text(deadline.extent));
            score
                .fields
                .deadline
                .add(read.is_some_and(|read| one_in_the_other(&bare(deadline), &read)));
        }
        if let Some(authority) = &gold.authority {
            score.fields.authority.add(where_found(statement.authority) == authority);
        }
    }

    /// Why a word is read as no statement, where the program says.
    fn reason(&self, gold: &Gold) -> String {
        let at = |none: &&NoStatement| {
            let range = self.draft.documents[none.document as usize].span(none.keyword).range();
            range.start < gold.end && gold.start < range.end
        };
        let none = self.draft.reading.none.iter().find(at);
        none.map_or_else(String::new, |none| format!(" ({:?})", none.reason))
    }

    /// Where a byte stands, as people look for it: "name:12 «words around it»".
    fn at(&self, start: usize) -> String {
        let bytes = &self.text.bytes;
        let line = String::from_utf8_lossy(&bytes[..start]).matches('\n').count() + 1;
        let around = &bytes[start.saturating_sub(60)..(start + 60).min(bytes.len())];
        format!(
            "{}:{line} «{}»",
            self.text.name,
            String::from_utf8_lossy(around).replace(['\n', '\r'], " ")
        )
    }
}

/// Every expected holder is found, by its canonical name or as written, and nobody else is named.
fn holders_match(expected: &[Vec<String>], mut read: Vec<[String; 2]>) -> bool {
    for accepted in expected {
        let Some(hit) =
            read.iter().position(|forms| forms.iter().any(|form| names::same(accepted, form)))
        else {
            return false;
        };
        read.remove(hit);
    }
    read.is_empty()
}

/// Lower case, single spaces, no mark at the end: fields are compared by their words.
fn bare(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ',', ';', ':']).to_lowercase()
}

/// Whether one of two phrases is the other, or the other with more words behind it.
fn begins_alike(gold: &str, read: &str) -> bool {
    !read.is_empty() && (read.starts_with(gold) || gold.starts_with(read))
}

/// Whether one of two phrases holds the other: "at least once every twelve months", "every twelve months".
fn one_in_the_other(gold: &str, read: &str) -> bool {
    !read.is_empty() && (read.contains(gold) || gold.contains(read))
}

fn where_found(authority: Authority) -> &'static str {
    match authority {
        Authority::Sentence => "sentence",
        Authority::Note => "note",
        Authority::Row => "row",
        Authority::Paragraph => "paragraph",
        Authority::Part => "part",
        Authority::None => "none",
    }
}
