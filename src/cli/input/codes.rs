//! Which files of a folder are one Code: as the configuration says, as a SUMMARY.md lists, or as their numbers show.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use super::{
    ReadArgs,
    files::{InputFile, Place, shown},
    summary, walk,
};
use crate::{
    cli::{look::Look, parallel, settings::Settings},
    convert::OnPage,
    document::{Document, Number, Unit},
    draft::Draft,
    report::NotRead,
    source::{Source, SourceId},
    statements::Vocabulary,
};

/// Bytes of text that are kept while it is found out which files belong together; past that, files are read again.
const HELD: usize = 64 << 20;

/// How many files are looked into at once for their numbers.
const AT_ONCE: usize = 16;

/// A file that will be read, with its text where that had to be looked at.
pub(super) struct Planned {
    pub(super) file: InputFile,
    held: Option<Source>,
}

impl Planned {
    fn of(file: InputFile) -> Self {
        Self { file, held: None }
    }

    fn source(self, reading: &ReadArgs, on_page: OnPage<'_>) -> Result<Source, NotRead> {
        let Self { file, held } = self;
        let source = held.map_or_else(|| reading.source(&file, on_page), Ok);
        source.map_err(|reason| NotRead { path: file.name, reason })
    }
}

/// The files of one draft.
pub(super) struct Code {
    pub(super) name: String,
    files: Vec<Planned>,
}

impl Code {
    fn of_one(planned: Planned) -> Self {
        Self { name: planned.file.name.clone(), files: vec![planned] }
    }

    /// Reads its files, in the time that is given for it.
    pub(super) fn read(
        self,
        reading: &ReadArgs,
        words: &Vocabulary,
        on_page: OnPage<'_>,
    ) -> (Option<Draft>, Vec<NotRead>) {
        if reading.max_seconds.is_none() {
            return self.read_whole(reading, words, on_page);
        }
        let (name, own, words) = (self.name.clone(), reading.clone(), words.clone());
        reading
            .in_time(&name, move || self.read_whole(&own, &words, &|_, _| ()))
            .unwrap_or_else(|late| (None, vec![late]))
    }

    /// A Code of which nothing can be read is no draft.
    fn read_whole(
        self,
        reading: &ReadArgs,
        words: &Vocabulary,
        on_page: OnPage<'_>,
    ) -> (Option<Draft>, Vec<NotRead>) {
        let (mut sources, mut not_read) = (Vec::new(), Vec::new());
        for file in self.files {
            match file.source(reading, on_page) {
                Ok(source) => sources.push(source),
                Err(reason) => not_read.push(reason),
            }
        }
        let draft = (!sources.is_empty())
            .then(|| Draft { path: self.name, ..Draft::from_sources(sources, words) });
        (draft, not_read)
    }
}

/// All files of one path as one Code.
pub(super) fn of_all(place: Place) -> Option<Code> {
    let first = place.files.first()?;
    let name = place.folder.as_deref().map_or_else(|| first.name.clone(), shown);
    Some(Code { name, files: place.files.into_iter().map(Planned::of).collect() })
}

/// Each file of a path a draft of its own.
pub(super) fn of_each(place: Place) -> impl Iterator<Item = Code> {
    place.files.into_iter().map(|file| Code::of_one(Planned::of(file)))
}

/// Everything given as one Code (`--one-code`), called by the first of its names.
pub(super) fn joined(codes: Vec<Code>) -> Vec<Code> {
    let Some(name) = codes.first().map(|code| code.name.clone()) else { return codes };
    vec![Code { name, files: codes.into_iter().flat_map(|code| code.files).collect() }]
}

/// The Codes and single drafts among the files of a folder.
pub(super) fn of_folder(
    folder: &Path,
    files: Vec<InputFile>,
    (settings, reading, look): (&Settings, &ReadArgs, &Look),
) -> anyhow::Result<Vec<Code>> {
    let files = files.into_iter().map(Planned::of).collect();
    let (mut codes, rest) = configured(files, settings)?;
    let (books, rest) = books(rest, reading);
    codes.extend(books);
    codes.extend(by_numbers(folder, rest, reading, look)?);
    Ok(codes)
}

/// The Codes of `[[code]]`, and the files that belong to none.
fn configured(
    files: Vec<Planned>,
    settings: &Settings,
) -> anyhow::Result<(Vec<Code>, Vec<Planned>)> {
    let mut rest = files;
    let mut codes = Vec::new();
    for code in &settings.config.code {
        let globs = walk::globs(&code.files)?;
        let belongs = |planned: &Planned| {
            let path = planned.file.path.as_deref();
            path.is_some_and(|path| globs.is_match(walk::relative_to(&settings.folder, path)))
        };
        let (mine, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(belongs);
        rest = others;
        if !mine.is_empty() {
            codes.push(Code { name: code.name.clone(), files: mine });
        }
    }
    Ok((codes, rest))
}

/// The books of mdBook, each in the order of its SUMMARY.md, and the files that belong to none.
fn books(files: Vec<Planned>, reading: &ReadArgs) -> (Vec<Code>, Vec<Planned>) {
    let (summaries, mut rest): (Vec<_>, Vec<_>) = files.into_iter().partition(summary::is_summary);
    let mut codes = Vec::new();
    for summary in summaries {
        let Some(folder) = summary.file.path.as_deref().and_then(Path::parent) else { continue };
        let listed = reading
            .source(&summary.file, &|_, _| ())
            .map(|source| summary::chapters(folder, &source));
        let mut mine = Vec::new();
        for chapter in listed.unwrap_or_default() {
            let place = rest.iter().position(|it| it.file.path.as_ref() == Some(&chapter));
            mine.extend(place.map(|place| rest.remove(place)));
        }
        if mine.is_empty() {
            rest.push(summary);
        } else {
            codes.push(Code { name: shown(folder), files: mine });
        }
    }
    (codes, rest)
}

/// One Code where paragraph numbers do not repeat; else the files of this folder are drafts, and its folders are looked at.
fn by_numbers(
    folder: &Path,
    mut files: Vec<Planned>,
    reading: &ReadArgs,
    look: &Look,
) -> anyhow::Result<Vec<Code>> {
    if files.len() < 2 {
        return Ok(files.into_iter().map(Code::of_one).collect());
    }
    if reads_as_one(&mut files, reading)? {
        let name = shown(folder);
        look.note(&format!(
            "reading the {} files of {name} as one Code, as their paragraph numbers do not repeat (--separate reads each alone)",
            files.len()
        ));
        return Ok(vec![Code { name, files }]);
    }
    let mut codes = Vec::new();
    let mut below: Vec<(PathBuf, Vec<Planned>)> = Vec::new();
    for file in files {
        match folder_below(folder, &file.file) {
            None => codes.push(Code::of_one(file)),
            // Files come in the order of their names: those of one folder stand together.
            Some(name) => match below.last_mut().filter(|(last, _)| *last == name) {
                Some((_, files)) => files.push(file),
                None => below.push((name, vec![file])),
            },
        }
    }
    for (folder, files) in below {
        codes.extend(by_numbers(&folder, files, reading, look)?);
    }
    Ok(codes)
}

/// The folder in `folder` that a file stands in, however deep.
fn folder_below(folder: &Path, file: &InputFile) -> Option<PathBuf> {
    let path = file.path.as_deref()?;
    let mut steps = path.strip_prefix(folder).ok()?.components();
    let first = steps.next()?;
    steps.next().map(|_| folder.join(first))
}

/// "Rule 2" and the step 2 of an annex are two numbers.
type Numbered = (Option<Unit>, Number);

/// Whether at least two files number their paragraphs, and no number stands in two of them. A file that cannot be read
/// numbers nothing; whoever reads it will say why.
fn reads_as_one(files: &mut [Planned], reading: &ReadArgs) -> anyhow::Result<bool> {
    let mut first_seen: HashMap<Numbered, usize> = HashMap::new();
    let (mut numbered, mut index, mut held) = (0, 0, 0);
    for some in files.chunks_mut(AT_ONCE) {
        let looked_into = |planned: &mut Planned| {
            planned.held =
                planned.held.take().or_else(|| reading.source(&planned.file, &|_, _| ()).ok());
            planned.held.as_ref().map_or(Vec::new(), numbers)
        };
        for numbers in parallel::map(reading.jobs, some.iter_mut().collect(), looked_into)? {
            numbered += usize::from(!numbers.is_empty());
            if numbers.into_iter().any(|it| *first_seen.entry(it).or_insert(index) != index) {
                return Ok(false);
            }
            index += 1;
        }
        for planned in some {
            held += planned.held.as_ref().map_or(0, |source| source.text().len());
            planned.held = planned.held.take().filter(|_| held <= HELD);
        }
    }
    Ok(numbered > 1)
}

fn numbers(source: &Source) -> Vec<Numbered> {
    let document = Document::from_source(SourceId(0), source);
    document.paragraphs.into_iter().map(|paragraph| (paragraph.unit, paragraph.number)).collect()
}
