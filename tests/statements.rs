//! Who has to act, on which condition and by when, where a draft says it in words of its own.

use dutybound::{draft::Draft, source::Source, statements::Vocabulary};

fn draft(text: &str) -> Draft {
    let source = Source::from_bytes("draft.md", text.as_bytes().to_vec()).unwrap();
    Draft::from_sources(vec![source], &Vocabulary::default())
}

/// The names of each statement's holders, joined by "; ".
fn holders(text: &str) -> Vec<String> {
    let draft = draft(text);
    let joined = |names: Vec<&str>| names.join("; ");
    draft.statements().iter().map(|it| joined(draft.names_of(it).collect())).collect()
}

fn last_holder(text: &str) -> String {
    holders(text).pop().unwrap()
}

#[test]
fn an_abbreviation_that_the_draft_explains_is_the_body_it_stands_for() {
    for (said, expected) in [
        (
            "Shellfish Management Boards (SMBs) meet in May.\n\nAn SMB must publish a plan.",
            "shellfish management board",
        ),
        (
            "The Designated Sea Officer, or DSO, is a civil servant.\n\nThe DSO must sign.",
            "designated sea officer",
        ),
        (
            "| Abbreviation | Meaning |\n| --- | --- |\n| TLB | tidal lagoon board |\n\nThe TLB must meet.",
            "tidal lagoon board",
        ),
        ("RMF: reef management forum\n\nThe RMF should reply.", "reef management forum"),
    ] {
        assert_eq!(last_holder(&format!("{said}\n")).to_lowercase(), expected, "{said}");
    }
}

#[test]
fn a_name_that_the_draft_defines_is_somebody() {
    for (said, expected) in [
        (
            "The Barsetshire Weights and Measures Authority (in this Code, ‘the Authority’) is small.\n\nThe Authority must inspect.",
            "barsetshire weights and measures authority",
        ),
        (
            "In this Code ‘institution’ means a further education college.\n\nInstitutions must act.",
            "further education college",
        ),
        (
            "“Wharfinger” means a person who keeps a wharf.\n\nA wharfinger must keep a log.",
            "wharfinger",
        ),
        (
            "## Glossary\n\nWharfinger: a person who keeps a wharf.\n\n## Duties\n\nWharfingers must be sober.",
            "wharfinger",
        ),
        (
            "The following bodies must have regard to this Code:\n\n- reef moots;\n- lagoon keepers.\n\nA reef moot must be open to all.",
            "reef moot",
        ),
    ] {
        assert_eq!(last_holder(&format!("{said}\n")).to_lowercase(), expected, "{said}");
    }
}

#[test]
fn a_draft_cannot_make_somebody_of_a_thing() {
    for said in [
        "Learning support plans (LSPs) are kept.\n\nLSPs must name a lead.",
        "“Rope” means any line.\n\nThe rope must hold.",
        "## Glossary\n\nHull: the body of a boat.\n\n## Duties\n\nHulls must be clean.",
    ] {
        assert_eq!(last_holder(&format!("{said}\n")), "", "{said}");
    }
}

#[test]
fn a_condition_is_found_wherever_it_stands() {
    for (said, expected) in [
        ("The council must, where it thinks fit, publish the list.", "where it thinks fit"),
        (
            "If a tenant, having been warned, smokes, the landlord may end the lease.",
            "If a tenant, having been warned, smokes",
        ),
        ("Before it makes an order, the council must publish a draft.", "Before it makes an order"),
        ("Nobody may enter; where it is safe, a warden may open the gate.", "where it is safe"),
        ("A rider must hold on (where one is carried).", "where one is carried"),
        ("An officer must, so far as practicable, be present.", "so far as practicable"),
    ] {
        let draft = draft(&format!("{said}\n"));
        let last = draft.statements().last().unwrap();
        let read: Vec<&str> = last.conditions.iter().map(|&it| draft.text(last, it)).collect();
        assert_eq!(read, [expected], "{said}");
    }
    let draft = draft("The council must, where it thinks fit, publish the list.\n");
    let action = draft.statements()[0].action;
    assert_eq!(draft.text(&draft.statements()[0], action), "publish the list");
}

#[test]
fn a_time_limit_is_found_before_the_verb_and_in_any_wording() {
    for (said, expected) in [
        ("By 15 April the accounts must be laid.", "By 15 April"),
        (
            "The clerk must reply at least once in every period of 12 months.",
            "at least once in every period of 12 months",
        ),
        ("The alarm must be tested weekly.", "weekly"),
        ("The form must be sent by noon on the day of the poll.", "by noon"),
        (
            "The board must reply not later than the twentieth working day after receipt.",
            "not later than the twentieth working day",
        ),
        ("The head must, without delay, tell the parents.", "without delay"),
    ] {
        let draft = draft(&format!("{said}\n"));
        let statement = &draft.statements()[0];
        let read = statement.deadline.as_ref().map(|it| draft.text(statement, it.extent));
        assert_eq!(read, Some(expected), "{said}");
    }
}

#[test]
fn the_words_of_pictures_and_code_are_accounted_for() {
    let draft =
        draft("![Drivers must stop](sign.png)\n\n```\nx should y\n```\n\nThe clerk must reply.\n");
    let words: Vec<&str> = draft.uncounted().iter().map(|it| it.text).collect();
    assert_eq!(words, ["must", "should"]);
    assert_eq!(draft.statements().len(), 1);
}
