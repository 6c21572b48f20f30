//! The "Law …" lines of the Highway Code, read from their words alone and held against the addresses of their links.

use std::{collections::HashMap, fs, ops::Range, path::PathBuf};

use dutybound::{
    acts::{
        provision::is_within,
        uri::{self, Address},
    },
    draft::Draft,
    source::Source,
    statements::{Citation, CitationFault, Vocabulary},
};

/// A link of a law line: where its words stand once its markup is gone, and what it says.
struct Link {
    source: usize,
    words: Range<usize>,
    says: Address,
}

fn edition() -> Option<PathBuf> {
    let folder =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/real/highway-code/2023-12-19-d07e594");
    let folder = PathBuf::from(folder);
    if !folder.is_dir() {
        println!("skipped: the Highway Code is not beside the project");
        return None;
    }
    Some(folder)
}

/// Takes the links out of a text; returns those of its law lines.
fn strip(text: &str, source: usize) -> (String, Vec<Link>) {
    let (mut plain, mut links) = (String::new(), Vec::new());
    for line in text.split_inclusive('\n') {
        let is_law = line.trim_start_matches(['*', '[']).starts_with("Law");
        let mut rest = line;
        while let Some((before, words, target, after)) = first_link(rest) {
            plain.push_str(before);
            let start = plain.len();
            plain.push_str(words);
            let says = uri::read(target).filter(|_| is_law);
            links.extend(says.map(|says| Link { source, words: start..plain.len(), says }));
            rest = after;
        }
        plain.push_str(rest);
    }
    (plain, links)
}

fn first_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = text.find("](")?;
    let open = text[..middle].rfind('[')?;
    let mut depth = 0;
    let close = text[middle + 1..].find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0
    })?;
    let close = middle + 1 + close;
    Some((&text[..open], &text[open + 1..middle], &text[middle + 2..close], &text[close + 1..]))
}

/// The whole Code as one draft. Only its list of abbreviations keeps its links.
fn read(folder: &PathBuf) -> (Draft, Vec<Link>) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (mut sources, mut links) = (Vec::new(), Vec::new());
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let is_list = name.starts_with("annex-4");
        let (plain, own) = if is_list { (text, Vec::new()) } else { strip(&text, sources.len()) };
        links.extend(own);
        sources.push(Source::from_bytes(name, plain.into_bytes()).unwrap());
    }
    (Draft::from_sources(sources, &Vocabulary::default()), links)
}

/// The titles of the list's instruments, without their years, by id.
fn titles(draft: &Draft) -> HashMap<&str, &str> {
    let cited = draft.reading.citations.iter();
    let named = cited.filter_map(|citation| {
        Some((citation.id.as_deref()?, words(citation.instrument.as_deref()?)))
    });
    named.collect()
}

fn words(title: &str) -> &str {
    title.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
}

/// Whether a citation says what a link says: the same instrument, and a provision in or around the link's. Versions do
/// not count: the list has one short name for two editions of the Traffic Signs Regulations, and the links use both.
fn agrees(citation: &Citation, says: &Address, titles: &HashMap<&str, &str>) -> bool {
    let own = citation.instrument.as_deref().map(words);
    let other_edition = own.is_some() && own == titles.get(says.id.as_str()).copied();
    let same_instrument = other_edition || citation.id.as_ref().is_none_or(|id| *id == says.id);
    let provision = citation.provision.as_deref().unwrap_or("");
    let named = says.provision.split('/').next().unwrap_or("");
    let is_whole = says.provision.is_empty() || provision.is_empty();
    // A link to the Part or the heading that a section stands under says nothing of the section.
    let is_around = matches!(named, "part" | "crossheading");
    same_instrument && (is_whole || is_around || is_within(provision, &says.provision))
}

#[test]
fn the_words_say_what_the_links_say() {
    let Some(folder) = edition() else { return };
    let (draft, links) = read(&folder);
    let titles = titles(&draft);
    let mut wrong = Vec::new();
    for link in &links {
        let here: Vec<&Citation> = draft
            .reading
            .citations
            .iter()
            .filter(|citation| citation.document as usize == link.source)
            .filter(|citation| {
                let span = draft.documents[link.source].span(citation.at).range();
                span.start < link.words.end && link.words.start < span.end
            })
            .collect();
        if !here.iter().any(|citation| agrees(citation, &link.says, &titles)) {
            let words = &draft.sources[link.source].text()[link.words.clone()];
            let read: Vec<_> = here
                .iter()
                .map(|c| (c.instrument.as_deref(), c.id.as_deref(), c.provision.as_deref()))
                .collect();
            wrong.push(format!(
                "{words}: the link says {} {}, read as {read:?}",
                link.says.id, link.says.provision
            ));
        }
    }
    for line in &wrong {
        println!("{line}");
    }
    let right = links.len() - wrong.len();
    println!("law lines: {right} of {} links agree, editions aside", links.len());
    assert!(right * 100 >= links.len() * 97, "{right} of {}", links.len());
}

#[test]
fn short_names_that_the_code_does_not_explain() {
    let Some(folder) = edition() else { return };
    let (draft, _) = read(&folder);
    let mut undefined: Vec<&str> = Vec::new();
    for citation in &draft.reading.citations {
        if let Some(CitationFault::Undefined { short, .. }) = &citation.fault {
            undefined.push(short);
        }
    }
    undefined.sort_unstable();
    undefined.dedup();
    println!("{undefined:?}");
    for known in ["AEVA", "RV(RL)R", "TWA"] {
        assert!(undefined.contains(&known), "{known}");
    }
    assert!(undefined.len() < 8, "{undefined:?}");
}
