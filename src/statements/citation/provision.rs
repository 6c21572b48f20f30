//! Phrases of provisions: "sections 19, 20 and 22(3)(b)-(d)", "paragraph 3(2) of Schedule 2", "schedule 9 parts 7 and 8".

use super::{
    number::{brackets, number},
    unit::Unit,
};
use crate::statements::pointing::{Kind, Tokens};

/// One phrase: provisions that share an instrument.
#[derive(Debug)]
pub(in crate::statements) struct Phrase {
    pub(in crate::statements) first: usize,
    /// The token after the phrase.
    pub(in crate::statements) after: usize,
    pub(in crate::statements) items: Vec<Item>,
}

/// One provision of a phrase, or one range.
#[derive(Clone, Debug)]
pub(in crate::statements) struct Item {
    /// Its outermost unit: Schedule for "paragraph 3 of Schedule 2".
    pub(in crate::statements) unit: Unit,
    pub(in crate::statements) first: usize,
    pub(in crate::statements) last: usize,
    pub(in crate::statements) path: String,
    pub(in crate::statements) to: Option<String>,
}

/// So many provisions are read as one list; what goes on further begins another one. Each of them points at the whole list, which
/// would cost the square of its length.
const MOST: usize = 256;

/// The phrase that begins with the unit word at `first`.
pub(in crate::statements) fn phrase(tokens: &Tokens<'_>, first: usize) -> Option<Phrase> {
    let (mut items, mut after) = nested(tokens, first)?;
    // "section 19 and Schedule 2", "schedule 3 part 4, schedule 9 parts 7 and 8"
    while let Some((mut more, end)) = separator(tokens, after)
        .filter(|_| items.len() < MOST)
        .and_then(|next| nested(tokens, next))
    {
        if let Some(outer) = items.last().and_then(|last| shared_outer(last, more[0].unit)) {
            for item in &mut more {
                item.put_into(&outer);
            }
        }
        items.extend(more);
        after = end;
    }
    Some(Phrase { first, after, items })
}

/// In "schedule 14 part 1 and part 5" both parts lie in the schedule.
fn shared_outer(last: &Item, unit: Unit) -> Option<Item> {
    let step = format!("/{}/", unit.step()?);
    let outer = &last.path[..last.path.find(&step)?];
    unit.lies_in(last.unit).then(|| Item { path: outer.to_owned(), to: None, ..last.clone() })
}

/// A series with what it lies in, or what lies in it.
fn nested(tokens: &Tokens<'_>, first: usize) -> Option<(Vec<Item>, usize)> {
    let (mut items, mut after) = series(tokens, first)?;
    while let Some((outer, end)) = outer_series(tokens, after, items[0].unit) {
        for item in &mut items {
            item.put_into(&outer);
        }
        after = end;
    }
    while let Some((inner, end)) = inner_series(tokens, after, items.last()?.unit) {
        let outer = items.pop()?;
        items.extend(inner.into_iter().enumerate().map(|(at, mut item)| {
            item.put_into(&outer);
            if at == 0 {
                item.first = outer.first;
            }
            item
        }));
        after = end;
    }
    Some((items, after))
}

/// "of Schedule 2", "to the Schedule", after something that may lie in it.
fn outer_series(tokens: &Tokens<'_>, at: usize, inner: Unit) -> Option<(Item, usize)> {
    let next = if tokens.is_any(at, &["of", "to", "in"]) { at + 1 } else { return None };
    if tokens.is(next, "the") && tokens.is(next + 1, "Schedule") && inner.lies_in(Unit::Schedule) {
        let path = "schedule".to_owned();
        let item = Item { unit: Unit::Schedule, first: next + 1, last: next + 1, path, to: None };
        return Some((item, next + 2));
    }
    let (items, after) = series(tokens, next)?;
    let [item] = items.as_slice() else { return None };
    inner.lies_in(item.unit).then(|| (item.clone(), after))
}

/// "para 3(1)(b)" after "Sch 2", "subsection (2)" after "section 19,".
fn inner_series(tokens: &Tokens<'_>, at: usize, outer: Unit) -> Option<(Vec<Item>, usize)> {
    let next = if tokens.is(at, ",") { at + 1 } else { at };
    let (items, after) = series(tokens, next)?;
    items[0].unit.lies_in(outer).then_some((items, after))
}

impl Item {
    fn put_into(&mut self, outer: &Item) {
        self.path = format!("{}/{}", outer.path, self.path);
        self.to = self.to.take().map(|to| format!("{}/{to}", outer.path));
        self.unit = outer.unit;
    }
}

/// A unit with its numbers: "sections 19, 20 and 22(3)".
fn series(tokens: &Tokens<'_>, first: usize) -> Option<(Vec<Item>, usize)> {
    let unit = Unit::of_word(tokens.word(first))?;
    let is_short = tokens.word(first).len() < 3;
    let next = if tokens.is(first + 1, ".") { first + 2 } else { first + 1 };
    if is_short && !is_short_unit(tokens, first) {
        return None;
    }
    let mut items = vec![item(tokens, unit, first, next)?];
    let mut after = items[0].last + 1;
    while let Some(more) =
        separator(tokens, after).filter(|_| items.len() < MOST).and_then(|next| {
            following(tokens, unit, next, items.last()?)
                .filter(|more| ends_well(tokens, more.last + 1, after))
        })
    {
        after = more.last + 1;
        items.push(more);
    }
    Some((items, after))
}

/// "s 19" and "ss 19" are sections only in small letters, and never the end of another word.
fn is_short_unit(tokens: &Tokens<'_>, first: usize) -> bool {
    let free = !tokens.is_glued(first) || tokens.is_any(first - 1, &["(", "["]);
    free && !tokens.word(first).starts_with('S')
}

/// A comma, "and", "or", "&", or a comma and one of these.
pub(in crate::statements) fn separator(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let conjunction = |at: usize| tokens.is_any(at, &["and", "or", "&", "and/or"]);
    match () {
        () if tokens.is_any(at, &[",", ";"]) && conjunction(at + 1) => Some(at + 2),
        () if tokens.is(at, "and") && tokens.is(at + 1, "/") && tokens.is(at + 2, "or") => {
            Some(at + 3)
        }
        () if tokens.is(at, ",") || conjunction(at) => Some(at + 1),
        () => None,
    }
}

/// A number that goes on in a list goes on or ends there: "section 5 and 6 months" is no list of sections.
fn ends_well(tokens: &Tokens<'_>, after: usize, separator: usize) -> bool {
    let measure = [
        "days", "weeks", "months", "years", "hours", "per", "of", "working", "school", "miles",
        "metres",
    ];
    let is_measure = tokens.is_any(after, &measure) && !tokens.is(after, "of");
    let bare_comma =
        tokens.is(separator, ",") && !tokens.is_any(separator + 1, &["and", "or", "&"]);
    let word_follows = tokens.kind(after) == Some(Kind::Word)
        && !tokens.is_any(after, &["and", "or", "of", "to", "in", "as", "onwards"]);
    !(is_measure || bare_comma && word_follows)
}

/// A further item of a list, which leaves out its unit: "20", or only the brackets that differ: "(3)".
fn following(tokens: &Tokens<'_>, unit: Unit, first: usize, last: &Item) -> Option<Item> {
    if let Some(item) = item(tokens, unit, first, first) {
        return Some(item);
    }
    let subs = brackets(tokens, first)?;
    let base = same_depth(&last.path, &subs.first)?;
    let mut made = Item { unit, first, last: subs.after - 1, path: base, to: None };
    made.to = subs.to.and_then(|to| same_depth(&made.path, &to));
    Some(made)
}

/// The path with its last steps replaced: "section/17/2" and "/3" give "section/17/3".
fn same_depth(path: &str, brackets: &str) -> Option<String> {
    let steps: Vec<&str> = path.split('/').collect();
    let new: Vec<&str> = brackets.split('/').skip(1).collect();
    // A letter replaces a letter, a number a number: (2)(a) and (b), not (2)(a) and (3).
    let same_sort = |a: &str, b: &str| {
        a.starts_with(|c: char| c.is_ascii_digit()) == b.starts_with(|c: char| c.is_ascii_digit())
    };
    let keep =
        (2..steps.len()).rev().find(|&at| same_sort(steps[at], new[0])).unwrap_or(steps.len());
    Some(format!("{}{brackets}", steps.get(..keep)?.join("/")))
}

/// One number with its brackets, and the end of its range. `first` is its unit, or the number itself.
fn item(tokens: &Tokens<'_>, unit: Unit, first: usize, at: usize) -> Option<Item> {
    let (number, mut after) = match unit {
        Unit::Subsection => (String::new(), at),
        _ => (number(tokens, unit, at)?, at + 1),
    };
    let step = unit.step().map_or(String::new(), |step| format!("{step}/"));
    let mut path = format!("{step}{number}");
    let mut to = None;
    if let Some(subs) = brackets(tokens, after) {
        let sub_step = if unit == Unit::Schedule { "/paragraph" } else { "" };
        to = subs.to.map(|to| format!("{path}{sub_step}{to}"));
        path = format!("{path}{sub_step}{}", subs.first);
        after = subs.after;
    } else if unit == Unit::Subsection {
        return None;
    }
    let path = path.trim_start_matches('/').to_owned();
    let mut made = Item {
        unit,
        first,
        last: after - 1,
        path,
        to: to.map(|to| to.trim_start_matches('/').to_owned()),
    };
    if made.to.is_none() {
        made.extend_range(tokens, &step);
    }
    Some(made)
}

impl Item {
    /// "to 21", "-(d)" after this item.
    fn extend_range(&mut self, tokens: &Tokens<'_>, step: &str) {
        let at = self.last + 1;
        if !tokens.is_any(at, &["to", "-", "–", "—"]) {
            return;
        }
        if let Some(number) = number(tokens, self.unit, at + 1) {
            let subs = brackets(tokens, at + 2);
            let last = subs.as_ref().map_or(at + 1, |subs| subs.after - 1);
            self.to =
                Some(format!("{step}{number}{}", subs.map_or(String::new(), |subs| subs.first)));
            self.last = last;
        } else if let Some(subs) = brackets(tokens, at + 1) {
            self.to = same_depth(&self.path, &subs.first);
            self.last = subs.after - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::phrase;
    use crate::statements::pointing::Tokens;

    fn paths(text: &str) -> Vec<String> {
        let tokens = Tokens::new(text);
        let Some(phrase) = phrase(&tokens, 0) else { return Vec::new() };
        let shown = |item: super::Item| match item.to {
            Some(to) => format!("{}..{to}", item.path),
            None => item.path,
        };
        phrase.items.into_iter().map(shown).collect()
    }

    #[test]
    fn series_and_ranges() {
        assert_eq!(
            paths("sections 19, 20 and 22(3)(b)-(d) of the Act"),
            ["section/19", "section/20", "section/22/3/b..section/22/3/d"]
        );
        assert_eq!(paths("ss 15 to 16"), ["section/15..section/16"]);
        assert_eq!(paths("ss.19–21"), ["section/19..section/21"]);
        assert_eq!(paths("s.19(1)(a)"), ["section/19/1/a"]);
        assert_eq!(paths("sect 97 (3)"), ["section/97/3"]);
        assert_eq!(paths("sects 17(2) & (3)"), ["section/17/2", "section/17/3"]);
        assert_eq!(paths("reg 16, 40 & sched 4"), ["regulation/16", "regulation/40", "schedule/4"]);
        assert_eq!(paths("section 165a"), ["section/165A"]);
        assert_eq!(paths("section 19(1B-1E)"), ["section/19/1B..section/19/1E"]);
        assert_eq!(paths("section A1 and section 15ZA(2)"), ["section/A1", "section/15ZA/2"]);
    }

    #[test]
    fn nests() {
        assert_eq!(paths("paragraph 3(2) of Schedule 2 to that Act"), ["schedule/2/paragraph/3/2"]);
        assert_eq!(paths("Sch 2 para 3(1)(b)"), ["schedule/2/paragraph/3/1/b"]);
        assert_eq!(paths("sched 5(8)"), ["schedule/5/paragraph/8"]);
        assert_eq!(paths("subsection (2) of section 19"), ["section/19/2"]);
        assert_eq!(paths("section 19, subsection (2)"), ["section/19/2"]);
        assert_eq!(paths("Chapter 1 of Part III"), ["part/III/chapter/1"]);
        assert_eq!(paths("paragraph 1 of the Schedule"), ["schedule/paragraph/1"]);
        assert_eq!(
            paths("schedule 3 part 4, schedule 9 parts 7 and 8"),
            ["schedule/3/part/4", "schedule/9/part/7", "schedule/9/part/8"]
        );
        assert_eq!(
            paths("Schedule 14 part 1 and part 5"),
            ["schedule/14/part/1", "schedule/14/part/5"]
        );
    }

    #[test]
    fn what_is_no_number_of_a_list() {
        assert_eq!(paths("section 5 and 6 months"), ["section/5"]);
        assert_eq!(paths("section 47, 14 pupils"), ["section/47"]);
        assert_eq!(paths("section 27 (duty to keep)"), ["section/27"]);
        assert!(paths("section F of the EHC plan").is_empty());
        assert!(paths("section 2014").is_empty());
        assert!(paths("sections").is_empty());
    }
}
