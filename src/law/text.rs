//! Reads a Bill or draft Regulations that are plain text or Markdown: "5.—(1) A local authority must …".

use super::{
    Instrument, Status, Unreadable,
    builder::{Builder, Front},
    lines::title_and_lines,
};
use crate::{
    acts::{self, Kind},
    roman,
    statements::Vocabulary,
};

impl Instrument {
    /// Reads the text of a law. `file` is how reports name it.
    ///
    /// # Errors
    ///
    /// When no line begins with the number of a provision.
    pub fn from_text(file: &str, text: &str, vocabulary: &Vocabulary) -> Result<Self, Unreadable> {
        let (title, lines) = title_and_lines(file, text);
        let kind = Kind::of_title(&title);
        let mut reader = Reader {
            builder: Builder::default(),
            division: kind.and_then(Kind::division).unwrap_or("section"),
            open: Vec::new(),
            schedule: None,
            heading: None,
            at: 0,
        };
        for (at, line) in &lines {
            reader.at = *at;
            reader.line(line);
        }
        if reader.builder.is_empty() {
            return Err(Unreadable::NoProvisions);
        }
        let id = acts::find(&title).map(|known| known.id().to_owned());
        let front = Front {
            file: file.to_owned(),
            title,
            id,
            kind,
            version: None,
            is_whole: true,
            has_texts: true,
        };
        Ok(reader.builder.finish(front, vocabulary))
    }
}

struct Reader {
    builder: Builder,
    division: &'static str,
    /// The provisions that are open, outermost first, with the sort of label each has.
    open: Vec<(Sort, u32)>,
    schedule: Option<String>,
    heading: Option<String>,
    /// Where the line begins that is read.
    at: usize,
}

/// The sort of a label: each lies in the one before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Whole,
    Number,
    Letter,
    Roman,
}

impl Reader {
    fn line(&mut self, line: &str) {
        if let Some(heading) = line.strip_prefix('#') {
            return self.heading(heading.trim_start_matches('#').trim());
        }
        if line.to_ascii_uppercase().starts_with("SCHEDULE") && line.len() < 20 {
            return self.heading(line);
        }
        let mut rest = line;
        let mut found = false;
        if let Some((number, after)) = whole_number(rest) {
            self.begin(Sort::Whole, number);
            (rest, found) = (after, true);
        }
        while let Some((label, after)) = bracketed(rest) {
            let Some(sort) = self.sort_of(label) else { break };
            self.begin(sort, label);
            (rest, found) = (after, true);
        }
        match self.open.last() {
            Some(&(_, provision)) if found || !is_heading(line) => {
                self.builder.text(provision, rest);
            }
            _ => self.heading = Some(line.to_owned()),
        }
    }

    fn heading(&mut self, heading: &str) {
        let mut words = heading.split_whitespace();
        if words.next().is_some_and(|word| word.eq_ignore_ascii_case("schedule")) {
            let number = words.next().unwrap_or("").trim_end_matches([':', '.']);
            let path = if number.is_empty() {
                "schedule".to_owned()
            } else {
                format!("schedule/{number}")
            };
            self.builder.divisions.push(path.clone());
            self.schedule = Some(path);
        }
        self.open.clear();
        self.heading = Some(heading.to_owned());
    }

    fn begin(&mut self, sort: Sort, label: &str) {
        self.open.retain(|(open, _)| *open < sort);
        let parent = self.open.last().map(|&(_, provision)| provision);
        let path = match (parent, &self.schedule) {
            (Some(parent), _) => format!("{}/{label}", self.builder.path(parent)),
            (None, Some(schedule)) => format!("{schedule}/paragraph/{label}"),
            (None, None) => format!("{}/{label}", self.division),
        };
        let provision =
            self.builder.open(path, self.at, parent, self.heading.clone(), Status::default(), None);
        self.open.push((sort, provision));
    }

    /// What a label is, where the provisions that are open leave room for it. "(i)" after "(h)" is a letter.
    fn sort_of(&self, label: &str) -> Option<Sort> {
        let (_, last) = self.open.last()?;
        let before = self.builder.path(*last).rsplit('/').next().unwrap_or("");
        let has_letter = self.open.iter().any(|(sort, _)| *sort == Sort::Letter);
        Some(match label {
            _ if label.starts_with(|c: char| c.is_ascii_digit()) => Sort::Number,
            _ if roman::value(label).is_some()
                && has_letter
                && !(label == "i" && before == "h") =>
            {
                Sort::Roman
            }
            _ => Sort::Letter,
        })
    }
}

/// "5.—", "5.", "5A.", "12 " at the beginning of a line, and what follows.
fn whole_number(line: &str) -> Option<(&str, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let letters = line[digits..].bytes().take_while(u8::is_ascii_uppercase).count();
    let (number, rest) = line.split_at(digits + letters);
    let after = rest.trim_start_matches('.').trim_start_matches(['—', '–', '-']);
    let marked = rest.starts_with(['.', '—', ' ']);
    let begins =
        after.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '“' | '"'));
    ((1..=4).contains(&digits) && letters <= 3 && marked && begins)
        .then(|| (number, after.trim_start()))
}

/// "(1)", "(a)", "(ii)" at the beginning of a text, and what follows.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.strip_prefix('(')?.split_once(')')?;
    let fits =
        (1..=5).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then(|| (label, rest.trim_start()))
}

/// A short line without an end is the heading of what follows.
fn is_heading(line: &str) -> bool {
    line.len() < 80
        && line.starts_with(|c: char| c.is_uppercase())
        && !line.ends_with(['.', ';', ',', ':', '—', '”', '"'])
        && !line.ends_with(" and")
        && !line.ends_with(" or")
}
