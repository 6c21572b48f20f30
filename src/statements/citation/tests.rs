//! What citations mean, text by text.

use super::read;
use crate::{
    document::Document,
    source::{Source, SourceId},
    statements::{Citation, CitationFault, pointing},
};

fn document(text: &str) -> Document {
    let source = Source::from_bytes("draft.md", text.into()).unwrap();
    Document::from_source(SourceId(0), &source)
}

fn read_in(documents: &[Document]) -> Vec<Citation> {
    read(documents, &pointing::sentences(documents))
}

fn citations(text: &str) -> Vec<Citation> {
    read_in(&[document(text)])
}

/// "Children and Families Act 2014: section/19..section/20", one a citation; "?" for an instrument that is not known.
fn said(text: &str) -> Vec<String> {
    let shown = |citation: Citation| {
        let mut line = citation.instrument.unwrap_or_else(|| "?".to_owned());
        if let Some(provision) = citation.provision {
            line = format!("{line}: {provision}");
        }
        if let Some(to) = citation.to {
            line = format!("{line}..{to}");
        }
        line
    };
    citations(text).into_iter().map(shown).collect()
}

fn faults(text: &str) -> Vec<CitationFault> {
    citations(text).into_iter().filter_map(|citation| citation.fault).collect()
}

const CFA: &str = "Children and Families Act 2014";

#[test]
fn lists_inherit_unit_and_instrument() {
    let text = "Under sections 19, 20 and 22(3)(b)-(d) of the Children and Families Act 2014 they must act.";
    let expected = ["section/19", "section/20", "section/22/3/b..section/22/3/d"];
    assert_eq!(said(text), expected.map(|path| format!("{CFA}: {path}")));
    let whole = citations(text);
    let uris: Vec<_> = whole.iter().filter_map(|citation| citation.uri.as_deref()).collect();
    assert_eq!(uris[2], "http://www.legislation.gov.uk/id/ukpga/2014/6/section/22/3/b");
}

#[test]
fn either_order_is_the_same_citation() {
    let full = "The Children and Families Act 2014 applies.";
    for text in [
        "See s.19(1)(a) CFA 2014.",
        "See CFA 2014, s 19(1)(a).",
        "See s 19(1)(a) of the C&FA 2014.",
    ] {
        let all = said(&format!("{full} {text}"));
        assert_eq!(all.last().unwrap(), &format!("{CFA}: section/19/1/a"), "{text}");
    }
    assert_eq!(said("ss 15 to 16 EA 1996"), ["Education Act 1996: section/15..section/16"]);
    assert_eq!(
        said("See the Equality Act 2010, s.20, and more."),
        ["Equality Act 2010: section/20"]
    );
}

#[test]
fn short_forms_that_the_draft_defines() {
    let text = "The Special Educational Needs and Disability Regulations 2014 (SI 2014/1530) (‘the 2014 Regulations’) apply.\n\n\
        Local authorities must follow regs 3–5 of the 2014 Regulations and Part 3 of the Care Act 2014 (“the Act”).\n\n\
        Part III of the Act is meant, and Schedule 27 to the Education Act 1996.";
    let send = "Special Educational Needs and Disability Regulations 2014";
    assert_eq!(
        said(text),
        [
            send.to_owned(),
            format!("{send}: regulation/3..regulation/5"),
            "Care Act 2014: part/3".to_owned(),
            "Care Act 2014: part/III".to_owned(),
            "Education Act 1996: schedule/27".to_owned(),
        ]
    );
    assert_eq!(faults(text), []);
}

#[test]
fn that_act_is_the_one_before() {
    let text = "The Education Act 1996 applies: see paragraph 3(2) of Schedule 2 to that Act.";
    assert_eq!(said(text)[1], "Education Act 1996: schedule/2/paragraph/3/2");
}

#[test]
fn what_is_no_legislation() {
    for text in [
        "See section F of the EHC plan.",
        "A section 41 school must admit the child.",
        "They receive section 117 aftercare.",
        "It rose by 3.70 per cent in 19.5 hours.",
        "Parents may act on their own and the order of the list is free.",
        "The NHS and the LA must agree; CCGs should too.",
        "The paragraph 9.12 below and Part 3 and Chapter 4.",
    ] {
        assert_eq!(said(text), [""; 0], "{text}");
    }
}

#[test]
fn a_section_of_regulations_is_kept_as_written() {
    let all =
        citations("section 12 of the Special Educational Needs and Disability Regulations 2014");
    assert_eq!(all[0].provision.as_deref(), Some("section/12"));
    assert_eq!(
        all[0].uri.as_deref(),
        Some("http://www.legislation.gov.uk/id/uksi/2014/1530/regulation/12")
    );
}

#[test]
fn european_law_and_conventions() {
    assert_eq!(
        said("Regulation (EU) 2016/679, Article 9(2)(h)"),
        ["Regulation (EU) 2016/679: article/9/2/h"]
    );
    assert_eq!(
        citations("Regulation (EU) 2016/679, Article 9(2)(h)")[0].id.as_deref(),
        Some("eur/2016/679")
    );
    assert_eq!(said("Directive 2003/88/EC applies"), ["Directive 2003/88/EC"]);
    let child = "United Nations Convention on the Rights of the Child";
    assert_eq!(
        said("Articles 12 and 23 of the UNCRC"),
        [format!("{child}: article/12"), format!("{child}: article/23")]
    );
    assert_eq!(said("Article 6 ECHR"), ["European Convention on Human Rights: article/6"]);
    assert_eq!(
        said("Article 9(2)(h) of the UK GDPR"),
        ["UK General Data Protection Regulation: article/9/2/h"]
    );
    assert_eq!(faults("Article 6 gives them that right."), [CitationFault::NoInstrument]);
}

#[test]
fn two_acts_of_one_year() {
    let text = "The Care Act 2014 and the Children and Families Act 2014 apply.\n\nSection 19 of the 2014 Act is clear.";
    let CitationFault::Ambiguous { candidates } = &faults(text)[0] else {
        panic!("{:?}", faults(text))
    };
    assert_eq!(candidates, &["Care Act 2014", CFA]);
    assert_eq!(faults("The Care Act 2014 applies.\n\nSection 19 of the 2014 Act is clear."), []);
}

#[test]
fn bills_and_clauses() {
    assert_eq!(
        said("clause 25 of the Children and Families Bill"),
        ["Children and Families Bill: clause/25"]
    );
    assert_eq!(said("The Children & families bill is before Parliament.").len(), 1);
    let text = "The Children and Families Bill will say so.\n\nSee clauses 25 to 27 of the Bill.";
    assert_eq!(said(text)[1], "Children and Families Bill: clause/25..clause/27");
    assert_eq!(said("Bill paid; see clause 4 of the contract."), [""; 0]);
}

#[test]
fn headings_in_brackets() {
    let text = "section 26 of the Care Act 2014. Under section 27 (duty to keep provision under review) they must.";
    let document = document(text);
    let all = read_in(std::slice::from_ref(&document));
    let label = all[1].label.map(|label| document.text(label));
    assert_eq!(label, Some("duty to keep provision under review"));
}

#[test]
fn near_misses() {
    let meant = |text: &str| match faults(text).as_slice() {
        [CitationFault::Mismatch { meant, proven }] => (meant.clone(), *proven),
        other => (format!("{other:?}"), false),
    };
    assert_eq!(meant("the Children and Families Act 2013"), (CFA.to_owned(), true));
    let send = "Special Educational Needs and Disability Regulations";
    assert_eq!(meant(&format!("the {send} 2013 (SI 2014/1530)")), (format!("{send} 2014"), true));
    assert_eq!(faults(&format!("the {send} 2014 (S.I. 2014/1530)")), []);
    assert_eq!(faults("the Smoke-free Premises etc (Wales) Regulations 2007"), []);
}

#[test]
fn titles_where_they_begin() {
    for (text, title) in [
        ("Under Children and Families Act 2014 s 19 they must", "Children and Families Act 2014"),
        (
            "the Apprenticeships, Skills, Children and Learning Act 2009",
            "Apprenticeships, Skills, Children and Learning Act 2009",
        ),
        (
            "the Matrimonial Causes Act (Northern Ireland) 1978",
            "Matrimonial Causes Act (Northern Ireland) 1978",
        ),
        (
            "made under the Local Widget (Wales) Measure 2011 today",
            "Local Widget (Wales) Measure 2011",
        ),
        (
            "see Road Traffic Act 1988 (Prescribed Limit)(Scotland) Regulations 2014",
            "Road Traffic Act 1988 (Prescribed Limit)(Scotland) Regulations 2014",
        ),
        ("the Widgets (No. 2) Regulations 2031", "Widgets (No. 2) Regulations 2031"),
        ("SI 2014 No 1530 applies", "Special Educational Needs and Disability Regulations 2014"),
    ] {
        let all = said(text);
        assert_eq!(all.len(), 1, "{text} {all:?}");
        assert_eq!(all[0].split(": ").next(), Some(title), "{text}");
    }
}

#[test]
fn judgments_are_no_footnotes() {
    assert_eq!(said("R (A) v SSHD [2021] UKSC 37 decides"), ["[2021] UKSC 37"]);
    assert_eq!(
        said("[2003] EWCA Civ 7 and [2002] EWHC 504 (Admin)"),
        ["[2003] EWCA Civ 7", "[2002] EWHC 504 (Admin)"]
    );
    assert_eq!(said("[2015] was a year"), [""; 0]);
}

const LIST: &str = "| Act or regulation | Abbreviation |\n| --- | --- |\n\
    | Road Traffic Act 1988 or 1991 as indicated | RTA |\n\
    | Motor Vehicles (Driving Licences) Regulations 1999 | MV(DL)R |\n\
    | Road Vehicles (Registration & Licensing) Regulations 2002 | RV(R&L)R |\n\
    | Traffic Signs Regulations & General Directions 2016 | TSRGD 2016 |\n\n";

#[test]
fn a_list_of_abbreviations_in_the_draft() {
    let text = format!("{LIST}Laws RTA 1988 sects 97(3) & 101, MV(DL)R reg 16, 40 & sched 4");
    let all = said(&text);
    let licences = "Motor Vehicles (Driving Licences) Regulations 1999";
    assert_eq!(
        all[all.len() - 5..],
        [
            "Road Traffic Act 1988: section/97/3".to_owned(),
            "Road Traffic Act 1988: section/101".to_owned(),
            format!("{licences}: regulation/16"),
            format!("{licences}: regulation/40"),
            format!("{licences}: schedule/4"),
        ]
    );
}

#[test]
fn short_names_the_list_does_not_have() {
    let undefined = |text: &str| match faults(&format!("{LIST}{text}")).as_slice() {
        [CitationFault::Undefined { short, near }, ..] => (short.clone(), near.clone()),
        other => (format!("{other:?}"), None),
    };
    assert_eq!(undefined("Law RV(RL)R reg 26 & sched 4").1.as_deref(), Some("RV(R&L)R"));
    assert_eq!(undefined("Laws TWA 1992 sect 55"), ("TWA".to_owned(), None));
    assert_eq!(undefined("Law AEVA section 1"), ("AEVA".to_owned(), None));
    let doubt = faults(&format!("{LIST}Law RTA sect 2"));
    assert!(
        matches!(&doubt[..], [CitationFault::Ambiguous { candidates }] if candidates.len() == 2)
    );
}

#[test]
fn a_list_without_end_is_read_in_stretches() {
    let all = citations(&"regulation 4 and ".repeat(1000));
    assert_eq!(all.len(), 1000);
    assert!(all.iter().all(|citation| citation.extent.range().len() < 5000));
}
