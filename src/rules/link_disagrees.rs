//! A link to a law whose address is another one than its words say.

use super::{Rule, referring};
use crate::{
    acts::{
        self, comparable,
        provision::{is_within, said},
        same_title, uri,
    },
    document::Link,
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Citation, CitationFault},
};

pub(super) static RULE: Rule = Rule {
    id: "link-disagrees",
    summary: "a link to a law whose address disagrees with its words",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("link_disagrees.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let documents = draft.documents.iter().enumerate();
    let links = documents
        .flat_map(|(index, document)| document.links.iter().map(move |link| (index as u32, link)));
    let disagreeing = links.filter_map(|(document, link)| finding(draft, document, link));
    // A name that leads to another edition does so each time: said once.
    referring::first_of_each(disagreeing, |finding| finding.message.clone())
        .into_iter()
        .map(|(finding, more)| Finding {
            message: format!("{}{}", finding.message, referring::and_more(more)),
            ..finding
        })
        .collect()
}

fn finding(draft: &Draft, document: u32, link: &Link) -> Option<Finding> {
    let says = uri::read(&link.target)?;
    let here = referring::citations_at(draft, document, link.extent);
    let disagreements: Option<Vec<String>> =
        here.map(|citation| disagreement(citation, &says)).collect();
    // One citation under the link that agrees with it is enough; none says nothing.
    let message = disagreements?.into_iter().next()?;
    Some(RULE.finding(referring::span(draft, document, link.extent), message))
}

/// What the words say and the address does not.
fn disagreement(citation: &Citation, says: &uri::Address) -> Option<String> {
    // Which law the words mean is in doubt already.
    if matches!(citation.fault, Some(CitationFault::Ambiguous { .. })) {
        return None;
    }
    let title = citation.instrument.as_deref()?;
    let other = acts::by_id(&says.id).filter(|known| !is_spelling_of(&known.full_title(), title));
    if let Some(other) = other {
        return Some(format!("the link leads to the {}", other.full_title()));
    }
    let number = |id: &str| id.split_once('/').map(|(_, number)| number.to_owned());
    let own = citation.id.as_deref()?;
    if number(own) != number(&says.id) {
        return Some(format!("the words name the {title}, and the link leads to {}", says.id));
    }
    let provision = citation.provision.as_deref()?;
    let steps = says.provision.split('/').next().unwrap_or("");
    let is_same_sort = provision.split('/').next() == Some(steps);
    let apart = is_same_sort
        && !is_within(provision, &says.provision)
        && !is_within(&says.provision, provision);
    (apart && citation.to.is_none()).then(|| {
        let (words, leads) = (said(provision), said(&says.provision));
        format!("the words are {words}, and the link leads to {leads}")
    })
}

/// One letter more or less is a slip in the title, and no other law.
fn is_spelling_of(known: &str, written: &str) -> bool {
    if known == written {
        return true;
    }
    let (known, written) = (comparable(known), comparable(written));
    same_title(&known, &written) || strsim::damerau_levenshtein(&known, &written) <= 1
}
