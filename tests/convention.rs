//! What a draft says its own must and should mean is read in whatever shape it says it.

use dutybound::{
    draft::Draft,
    source::Source,
    statements::{
        Basis, Vocabulary,
        convention::{Case, Convention, ConventionFound, ConventionKind},
    },
};

use crate::run::Folder;

fn draft(text: &str) -> Draft {
    let source = Source::from_bytes("draft.md", text.as_bytes().to_vec()).unwrap();
    Draft::from_sources(vec![source], &Vocabulary::default())
}

fn words(convention: &Convention) -> Vec<&str> {
    convention.words.iter().map(|word| word.word.as_str()).collect()
}

/// Every shape, and the words it declares.
const SHAPES: &[(&str, &[&str])] = &[
    (
        "The draft uses the word MUST to refer to what statute requires and SHOULD to refer to advice, which statute does not require.",
        &["must", "should"],
    ),
    (
        "Where the Code uses the word ‘must’ it refers to a duty laid down in an Act, in regulations or in case law. So where it uses the word ‘should’ it means that the advice is to be considered.",
        &["must", "should"],
    ),
    (
        "We use the terms \"must\" and \"should\" all through this guidance. We use the term \"must\" when the law requires something of a school, and \"should\" when advice is to be followed unless there is good reason not to.",
        &["must", "should"],
    ),
    (
        "This document uses these words:\n\n- When the word 'must' is used, it shows a legal requirement.\n- When the word 'should' is used, it is to indicate what is recommended.\n",
        &["must", "should"],
    ),
    (
        "The words 'must', 'requires' or 'mandatory' indicate that there is a legal requirement. The word 'should' is used for what we recommend.",
        &["must", "requires", "mandatory", "should"],
    ),
    ("Rules that the law makes are marked by the words ‘**MUST/MUST NOT**’.", &["must"]),
    (
        "## Terms\n\nMust refers to:\n\n- requirements of an Act;\n- what the courts have decided.\n",
        &["must"],
    ),
    (
        "‘You must’ is used for an overriding duty of the profession. ‘You should’ is used where we explain how to meet it.",
        &["must", "should"],
    ),
    (
        "## Words used\n\n| Word | What it means |\n| --- | --- |\n| must | a requirement of law |\n| should | advice that is to be followed unless there is good reason |\n",
        &["must", "should"],
    ),
    (
        "The key words MUST, SHOULD and MAY are to be interpreted as described in RFC 2119.",
        &["must", "should", "may"],
    ),
    (
        "In this Code “must” refers to a statutory requirement; “should” is guidance; “may” gives a power.",
        &["must", "should", "may"],
    ),
];

#[test]
fn every_shape_of_declaration_is_found() {
    for (text, expected) in SHAPES {
        let draft =
            draft(&format!("# A Code\n\n{text}\n\n2.1 The authority must consult parents.\n"));
        let convention = &draft.reading.convention;
        assert_eq!(convention.found, ConventionFound::Declared, "{text}");
        assert_eq!(&words(convention), expected, "{text}");
        assert_eq!(draft.statements().len(), 1, "a word that is named is no statement: {text}");
    }
}

#[test]
fn the_basis_is_that_of_the_word() {
    let works = draft(
        "Must is used where the law requires a thing. Shall marks a requirement of the client.\n",
    );
    let basis = |word| works.reading.convention.word(word).unwrap().basis;
    assert_eq!((basis("must"), basis("shall")), (Basis::Law, Basis::Standard));
    assert_eq!(works.reading.convention.kind, ConventionKind::RestatesLaw);
}

#[test]
fn an_owner_s_standard_and_a_code_that_makes_law_are_told_apart() {
    let kind = |text| draft(text).reading.convention.kind;
    assert_eq!(
        kind(
            "The word ‘must’ marks a requirement of the funding agreement, and ‘should’ good practice.\n"
        ),
        ConventionKind::OwnStandard
    );
    assert_eq!(
        kind(
            "This Code imposes requirements, for which it uses the word ‘must’, and guidelines, for which it uses ‘should’.\n"
        ),
        ConventionKind::MakesLaw
    );
    assert_eq!(
        kind("The word ‘must’ refers to a duty that an Act or regulations lay down.\n"),
        ConventionKind::RestatesLaw
    );
}

#[test]
fn only_a_draft_that_says_so_counts_capitals_only() {
    let rfc = "The key words \"MUST\" and \"SHOULD\" are to be interpreted as in RFC 2119 when, and only when, they are in capitals.\n\nA client MUST log in. It must be easy.\n";
    let rfc = draft(rfc);
    assert_eq!(rfc.reading.convention.case, Case::Upper);
    assert_eq!(rfc.statements().len(), 1);
    let seed = draft(
        "The text uses the word MUST to refer to a requirement of statute.\n\nSchools must consult parents.\n",
    );
    assert_eq!((seed.reading.convention.case, seed.statements().len()), (Case::Any, 1));
}

#[test]
fn sentences_that_use_their_words_declare_nothing() {
    for text in [
        "The terms must be agreed in writing and should be published.\n",
        "Guidance means advice. Schools must follow it and should explain any departure.\n",
        "The law uses the word “relevant” here. The authority must decide what that means.\n",
        "Their use should be limited and must be recorded in the register, which means that a clerk is needed.\n",
    ] {
        assert_eq!(draft(text).reading.convention.found, ConventionFound::Default, "{text}");
    }
}

#[test]
fn the_configuration_overrules_the_draft_and_the_report_says_so() {
    let folder = Folder::with(&[
        (
            "draft.md",
            "The word MUST refers to a requirement of statute.\n\nThe clerk must file it. The clerk MUST date it.\n",
        ),
        ("dutybound.toml", "[convention]\nkind = \"own-standard\"\ncase = \"upper\"\n"),
    ]);
    let draft = &folder.json(&["register", "--format", "json", "draft.md"])["drafts"][0];
    assert_eq!(draft["convention"]["found"], "config");
    assert_eq!(draft["convention"]["kind"], "own-standard");
    assert_eq!(draft["statements"].as_array().unwrap().len(), 1);
    assert_eq!(draft["statements"][0]["basis"], "standard");
}
