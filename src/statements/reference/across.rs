//! Links from one file of a Code to a place in another: "annex-4.md#rule-253".

use super::numbering::letters;
use crate::{
    document::Document,
    statements::{Reference, ReferenceFault, ReferencePlace},
};

/// The links of all documents that lead into another file of the same Code. `paths` are those of the documents, in order.
/// Where a link leads to a file that is none of these, nothing is said.
pub(crate) fn links_across(documents: &[Document], paths: &[&str]) -> Vec<Reference> {
    let files: Vec<String> = paths.iter().map(|path| resolved("", path)).collect();
    let mut found = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        let folder = files[index].rsplit_once('/').map_or("", |(folder, _)| folder);
        for link in &document.links {
            let Some((file, anchor)) = parts(&link.target) else { continue };
            let Some(passage) = document.passage_at(link.extent.start) else { continue };
            let Some(other) = file_of(&files, folder, file).filter(|other| *other != index) else {
                continue;
            };
            let name = files[other].rsplit('/').next().unwrap_or(file);
            let is_there = anchor.is_empty() || has_anchor(&documents[other], anchor);
            found.push(Reference {
                document: index as u32,
                passage,
                extent: link.extent,
                target: if anchor.is_empty() {
                    name.to_owned()
                } else {
                    format!("{name}#{anchor}")
                },
                resolves: Some(is_there),
                place: is_there.then(|| place(&documents[other], other, anchor)),
                fault: (!is_there).then_some(ReferenceFault::Missing { existing: None }),
            });
        }
    }
    found
}

/// Where a link leads: to the heading it names, else to the beginning of the file.
fn place(document: &Document, index: usize, anchor: &str) -> ReferencePlace {
    let wanted = letters(anchor);
    let mut parts = document.parts.iter().skip(1);
    let part = parts.find(|part| !anchor.is_empty() && letters(&part.slug) == wanted);
    let at = part.map_or(0, |part| document.span(part.heading).start);
    ReferencePlace { document: index as u32, at }
}

/// File and anchor of a link to a file; `None` for addresses of the web and anchors of the same file.
fn parts(target: &str) -> Option<(&str, &str)> {
    let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
    let file = file.split('?').next().unwrap_or(file);
    let is_file = !file.is_empty() && !file.contains(':') && !file.starts_with("//");
    is_file.then_some((file, anchor))
}

/// The file that a link leads to, from the folder it stands in. A link from the top of a site ("/pages/annex-4.md") is known by its
/// last steps, where only one file has them.
fn file_of(files: &[String], folder: &str, link: &str) -> Option<usize> {
    let same =
        |file: &str, wanted: &str| file == wanted || without_ending(file) == without_ending(wanted);
    if let Some(from_top) = link.strip_prefix('/') {
        let is_it = |file: &String| {
            let (file, wanted) = (without_ending(file), without_ending(from_top));
            file.strip_suffix(wanted).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        let mut fitting = (0..files.len()).filter(|&index| is_it(&files[index]));
        return fitting.next().filter(|_| fitting.next().is_none());
    }
    let wanted = resolved(folder, link);
    files.iter().position(|file| same(file, &wanted))
}

/// "annex.md" and "annex.html" are one page before and after it is published.
fn without_ending(path: &str) -> &str {
    path.strip_suffix(".md").or_else(|| path.strip_suffix(".html")).unwrap_or(path)
}

/// A path from a folder without "." and "..".
fn resolved(folder: &str, path: &str) -> String {
    let path = path.replace('\\', "/").replace("%20", " ");
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." if steps.last().is_some_and(|last| *last != "..") => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

/// Anchors are compared however dashes and dots are written, and without what a site puts before generated ones.
fn has_anchor(document: &Document, anchor: &str) -> bool {
    let wanted = letters(anchor.strip_prefix("user-content-").unwrap_or(anchor));
    wanted.is_empty() || document.anchors.iter().any(|it| letters(it) == wanted)
}

#[cfg(test)]
mod tests {
    use super::{file_of, resolved};

    #[test]
    fn files_that_links_lead_to() {
        let files = ["code/pages/a.md", "code/pages/b.md", "code/b.md"].map(str::to_owned);
        assert_eq!(file_of(&files, "code/pages", "b.md"), Some(1));
        assert_eq!(file_of(&files, "code/pages", "../b.md"), Some(2));
        assert_eq!(file_of(&files, "code/pages", "b.html"), Some(1));
        assert_eq!(file_of(&files, "code", "/pages/b.md"), Some(1));
        assert_eq!(file_of(&files, "code", "/b.md"), None);
        assert_eq!(file_of(&files, "code", "c.md"), None);
        assert_eq!(resolved("", "./../x/./y.md"), "../x/y.md");
    }
}
