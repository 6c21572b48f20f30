//! Titles made comparable: case, apostrophes, ampersands, brackets, commas and line ends do not tell two titles apart.

/// A comparable form of a stretch of text, with the way back to its bytes.
#[derive(Debug, Default)]
pub struct Comparable {
    text: String,
    /// For each byte of `text`, the byte of the original it came from.
    from: Vec<u32>,
}

impl Comparable {
    /// Lower case, single spaces, "and" for "&"; no apostrophes, hyphens, brackets, commas or dots.
    pub fn new(original: &str) -> Self {
        let mut made = Self {
            text: String::with_capacity(original.len()),
            from: Vec::with_capacity(original.len()),
        };
        let mut gap = false;
        for (at, c) in original.char_indices() {
            match c {
                c if c.is_ascii_alphanumeric() => {
                    if std::mem::take(&mut gap) {
                        made.gap();
                    }
                    made.text.push(c.to_ascii_lowercase());
                    made.from.push(at as u32);
                }
                '\'' | '\u{2018}' | '\u{2019}' | '-' | '\u{2010}' | '\u{2011}' | '\u{ad}' => {}
                '&' => {
                    made.gap();
                    made.push("and", at);
                    gap = true;
                }
                c if c.is_alphanumeric() => {
                    if std::mem::take(&mut gap) {
                        made.gap();
                    }
                    for lower in c.to_lowercase() {
                        made.push(lower.encode_utf8(&mut [0; 4]), at);
                    }
                }
                _ => gap = true,
            }
        }
        made
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where, in the original, the ending `words` begins; `None` where the text does not end with these whole words.
    /// Spaces do not count within: "Self Build" and "Self-build" are one.
    pub fn ending(&self, words: &str) -> Option<usize> {
        let mut own = self.text.bytes().enumerate().rev().filter(|(_, byte)| *byte != b' ');
        let mut start = self.text.len();
        for wanted in words.bytes().rev().filter(|byte| *byte != b' ') {
            let (at, byte) = own.next()?;
            if byte != wanted {
                return None;
            }
            start = at;
        }
        let whole = start == 0 || self.text.as_bytes()[start - 1] == b' ';
        whole.then(|| self.from[start] as usize)
    }

    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            let last = self.from.last().copied().unwrap_or(0);
            self.text.push(' ');
            self.from.push(last);
        }
    }

    fn push(&mut self, text: &str, at: usize) {
        self.text.push_str(text);
        self.from.resize(self.text.len(), at as u32);
    }
}

/// Whether two comparable forms differ in nothing but spaces.
pub fn same_title(a: &str, b: &str) -> bool {
    let letters = |title: &'_ str| title.bytes().filter(|byte| *byte != b' ').collect::<Vec<u8>>();
    a == b || (a.len().abs_diff(b.len()) < 4 && letters(a) == letters(b))
}

/// The comparable form of a title.
pub fn comparable(title: &str) -> String {
    Comparable::new(title).text
}

#[cfg(test)]
mod tests {
    use super::{Comparable, comparable, same_title};

    #[test]
    fn spelling_of_one_title() {
        let same = [
            "Children & families Bill",
            "Children and\nFamilies  bill",
            "children, and families bill",
        ];
        assert!(same.iter().all(|title| comparable(title) == "children and families bill"));
        assert_eq!(comparable("Magistrates’ Courts Act"), comparable("Magistrates' Courts Act"));
    }

    #[test]
    fn the_way_back() {
        let text = "Under the Children & Families Act";
        let start = Comparable::new(text).ending("children and families act");
        assert_eq!(start.map(|at| &text[at..]), Some("Children & Families Act"));
        assert_eq!(Comparable::new("Childcare Act").ending("care act"), None);
        assert_eq!(Comparable::new("Self Build Act").ending("selfbuild act"), Some(0));
        assert!(
            same_title("self build act", "selfbuild act") && !same_title("care act", "cart act")
        );
    }
}
