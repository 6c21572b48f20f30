//! Which files of a folder are one Code: as the configuration says, as a SUMMARY.md lists, or as their numbers show.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use super::{
    files::{InputFile, shown},
    summary, walk,
};
use crate::{
    cli::{look::Look, settings::Settings},
    document::{Document, Number, Unit},
    draft::Draft,
    source::{Source, SourceId},
    statements::Vocabulary,
};

/// A file with its text.
pub(super) struct Loaded {
    pub(super) file: InputFile,
    pub(super) source: Source,
}

/// The sources of one draft.
pub(super) struct Code {
    pub(super) name: String,
    sources: Vec<Source>,
}

impl Code {
    pub(super) fn of_one(loaded: Loaded) -> Self {
        Self { name: loaded.file.name, sources: vec![loaded.source] }
    }

    fn of_many(name: String, loaded: Vec<Loaded>) -> Self {
        Self { name, sources: loaded.into_iter().map(|loaded| loaded.source).collect() }
    }

    pub(super) fn read(self, vocabulary: &Vocabulary) -> Draft {
        Draft { path: self.name, ..Draft::from_sources(self.sources, vocabulary) }
    }
}

/// All files of one path as one Code; none where none could be read.
pub(super) fn of_all(folder: Option<PathBuf>, mut loaded: Vec<Loaded>) -> Option<Code> {
    match (folder, loaded.len()) {
        (_, 0) => None,
        (None, 1) => loaded.pop().map(Code::of_one),
        (Some(folder), _) => Some(Code::of_many(shown(&folder), loaded)),
        (None, _) => Some(Code::of_many(loaded[0].file.name.clone(), loaded)),
    }
}

/// Everything given as one Code (`--one-code`), called by the first of its names.
pub(super) fn joined(codes: Vec<Code>) -> Vec<Code> {
    let Some(name) = codes.first().map(|code| code.name.clone()) else { return codes };
    vec![Code { name, sources: codes.into_iter().flat_map(|code| code.sources).collect() }]
}

/// The Codes and single drafts among the files of a folder.
pub(super) fn of_folder(
    folder: &Path,
    loaded: Vec<Loaded>,
    settings: &Settings,
    look: &Look,
) -> anyhow::Result<Vec<Code>> {
    let (mut codes, rest) = configured(loaded, settings)?;
    let (books, rest) = books(rest);
    codes.extend(books);
    codes.extend(by_numbers(folder, rest, look));
    Ok(codes)
}

/// The Codes of `[[code]]`, and the files that belong to none.
fn configured(
    loaded: Vec<Loaded>,
    settings: &Settings,
) -> anyhow::Result<(Vec<Code>, Vec<Loaded>)> {
    let mut rest = loaded;
    let mut codes = Vec::new();
    for code in &settings.config.code {
        let globs = walk::globs(&code.files)?;
        let belongs = |loaded: &Loaded| {
            let path = loaded.file.path.as_deref();
            path.is_some_and(|path| globs.is_match(walk::relative_to(&settings.folder, path)))
        };
        let (mine, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(belongs);
        rest = others;
        if !mine.is_empty() {
            codes.push(Code::of_many(code.name.clone(), mine));
        }
    }
    Ok((codes, rest))
}

/// The books of mdBook, each in the order of its SUMMARY.md, and the files that belong to none.
fn books(loaded: Vec<Loaded>) -> (Vec<Code>, Vec<Loaded>) {
    let (summaries, mut rest): (Vec<_>, Vec<_>) = loaded.into_iter().partition(summary::is_summary);
    let mut codes = Vec::new();
    for summary in summaries {
        let Some(folder) = summary.file.path.as_deref().and_then(Path::parent) else { continue };
        let mut mine = Vec::new();
        for chapter in summary::chapters(folder, &summary.source) {
            let place = rest.iter().position(|loaded| loaded.file.path.as_ref() == Some(&chapter));
            mine.extend(place.map(|place| rest.remove(place)));
        }
        if mine.is_empty() {
            rest.push(summary);
        } else {
            codes.push(Code::of_many(shown(folder), mine));
        }
    }
    (codes, rest)
}

/// One Code where paragraph numbers do not repeat; else the files of this folder are drafts, and its folders are looked at.
fn by_numbers(folder: &Path, loaded: Vec<Loaded>, look: &Look) -> Vec<Code> {
    if loaded.len() < 2 {
        return loaded.into_iter().map(Code::of_one).collect();
    }
    if reads_as_one(&loaded) {
        let name = shown(folder);
        look.note(&format!(
            "reading the {} files of {name} as one Code, as their paragraph numbers do not repeat (--separate reads each alone)",
            loaded.len()
        ));
        return vec![Code::of_many(name, loaded)];
    }
    let mut codes = Vec::new();
    let mut below: Vec<(PathBuf, Vec<Loaded>)> = Vec::new();
    for file in loaded {
        match folder_below(folder, &file) {
            None => codes.push(Code::of_one(file)),
            // Files come in the order of their names: those of one folder stand together.
            Some(name) => match below.last_mut().filter(|(last, _)| *last == name) {
                Some((_, files)) => files.push(file),
                None => below.push((name, vec![file])),
            },
        }
    }
    codes.extend(below.into_iter().flat_map(|(folder, files)| by_numbers(&folder, files, look)));
    codes
}

/// The folder in `folder` that a file stands in, however deep.
fn folder_below(folder: &Path, loaded: &Loaded) -> Option<PathBuf> {
    let path = loaded.file.path.as_deref()?;
    let mut steps = path.strip_prefix(folder).ok()?.components();
    let first = steps.next()?;
    steps.next().map(|_| folder.join(first))
}

/// Whether at least two files number their paragraphs, and no number stands in two of them. "Rule 2" and the step 2 of an
/// annex are two numbers.
fn reads_as_one(loaded: &[Loaded]) -> bool {
    let mut first_seen: HashMap<(Option<Unit>, Number), usize> = HashMap::new();
    let mut numbered = 0;
    for (index, file) in loaded.iter().enumerate() {
        let document = Document::from_source(SourceId(0), &file.source);
        numbered += usize::from(!document.paragraphs.is_empty());
        for paragraph in document.paragraphs {
            let number = (paragraph.unit, paragraph.number);
            if *first_seen.entry(number).or_insert(index) != index {
                return false;
            }
        }
    }
    numbered > 1
}
