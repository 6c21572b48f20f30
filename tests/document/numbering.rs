//! The ways drafts number their paragraphs: what each small draft is read as stands in a snapshot.

use insta::assert_snapshot;

use super::{dump, read};

fn shown(text: &str) -> String {
    dump(&read(text))
}

#[test]
fn chapters_with_numbered_paragraphs() {
    assert_snapshot!(shown(
        "# Code of Practice\n\n## Chapter 4: The Local Offer\n\n4.1 Councils must publish it.\n\n\
         4.2. They should keep it short.\n\nIt may have pictures.\n\n4.2A A council must not charge.\n\n\
         **4.3** Schools should help.\n\n## Annex A\n\nA.1 The form must be signed.\n"
    ));
}

#[test]
fn ordered_lists_that_run_on_are_paragraphs() {
    assert_snapshot!(shown(
        "# Code\n\n## Scope\n\n1. The board must meet.\n\n2. Members should come.\n\n## Papers\n\n\
         3. The clerk should send:\n\n   1. the agenda\n   2. the minutes\n\n5. The clerk must keep them.\n\n6. So be it.\n"
    ));
}

#[test]
fn short_ordered_lists_are_items() {
    assert_snapshot!(shown(
        "## Meetings\n\n2.1 The board must:\n\n1. meet\n2. vote\n\n2.2 The chair should:\n\n1. call\n1. close\n"
    ));
}

#[test]
fn a_heading_can_be_a_paragraphs_label() {
    assert_snapshot!(shown(
        "Motorways (253 to 254)\n======\n\nSome words first.\n\n### Rule 253\n\nYou **MUST NOT** walk.\n\n* ever\n\n\
         ### Rule 254\n\nYou should look.\n\nSignals\n-----\n\nThey flash.\n\n### Rule H1 - for all\n\nTake care.\n"
    ));
}

#[test]
fn a_numbered_heading_without_numbered_paragraphs_is_one() {
    assert_snapshot!(shown(
        "# 3 Working together\n\n## 3.1 Money\n\nCouncils must pay.\n\n## 3.2 Time\n\n3.2.1 Schools should wait.\n\n\
         3.2.2 Parents may.\n\n## Scope\n\nAll of it.\n"
    ));
}

#[test]
fn lines_without_blank_lines_between() {
    assert_snapshot!(shown(
        "1. Plans should be clear.\n2. Plans should:\na) be short;\nb) be true; and\nc) be kept\nin one place.\n\
         # Two\n3. Councils must read them, as the rules in\n4 and 5 say.\n4. So be it.\n"
    ));
}

#[test]
fn wrapped_lines_are_no_paragraphs() {
    assert_snapshot!(shown(
        "9.1 The rate is set out in paragraph\n9.12 below, and rises by\n3.70 per cent, or 1.5 in all. See\n12. \
         It should be paid.\n9.2 The fee is due by\n1.4.2015 at the latest.\n\n2013 was a good year.\n\n3.5 metres is the limit.\n"
    ));
}

#[test]
fn a_line_a_paragraph() {
    let long = "The service should be open, and the people who run it should be there when it is, so that anyone who \
                comes finds someone; and they must keep the door open all day long, every day of the year.";
    assert_snapshot!(shown(&format!(
        "{long}\nWhat we think\n{long}\nIt is late. Nobody knows why it should be.\n3.2 Keeping watch\n{long}\n{long}\n\
         Section 4: The door\n{long}\nBut it depends on:\n- the key\n- the lock.\n{long}\n"
    )));
}

#[test]
fn prefixed_and_roman_numbers() {
    assert_snapshot!(shown(
        "# Foreword\n\ni. This Code is new.\n\nii. It must be read.\n\niii. It should be kept.\n\n# Body\n\n\
         PM8: The chief officer must resign.\n\nPM9: The deputy should not.\n\nE/9.17 Exports must stop.\n\nE/9.18 Imports too.\n"
    ));
}

#[test]
fn contents_are_no_paragraphs() {
    assert_snapshot!(shown(
        "Contents\n1. Introduction 4\n2. Plans 5\n3. Decisions 13\nAnnex A: Words 20\n\n# 1. Introduction\n\n1. One must.\n\n\
         # 2. Plans\n\n2. Two should.\n"
    ));
    assert_snapshot!(shown(
        "3.1 Money .... 4\n3.2 Time .... 6\n3.3 Place .... 9\n\n3.1 Councils must pay.\n"
    ));
}

#[test]
fn a_page_that_ends_in_mid_sentence() {
    let document = read(
        "9.1 The council must\n\n<!-- page 2 -->\n\npublish it.\n\n<!-- page 3 -->\n\n9.2 It should be read.\n",
    );
    assert_snapshot!(dump(&document));
    assert_eq!(document.page_at(0), None);
    assert_eq!(document.pages.iter().map(|page| page.1).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn repeated_numbers_have_ids_of_their_own() {
    let document = read("1.1 One must.\n\n1.1 Two must.\n\n1.1 Three must.\n");
    let ids: Vec<&str> =
        document.paragraphs.iter().map(|paragraph| paragraph.id.as_str()).collect();
    assert_eq!(ids, ["1.1", "1.1~2", "1.1~3"]);
}

#[test]
fn front_matter_gives_title_and_date() {
    let yaml = read("---\ntitle: \"Draft Code\"\ndate: 2013-03-14\n---\n\n# Heading\n");
    assert_eq!(
        (yaml.title.as_deref(), yaml.date.as_deref()),
        (Some("Draft Code"), Some("2013-03-14"))
    );
    let toml = read("+++\ntitle = 'Draft Code'\nupdated = 2013-03-14\n+++\n\nText.\n");
    assert_eq!(
        (toml.title.as_deref(), toml.date.as_deref()),
        (Some("Draft Code"), Some("2013-03-14"))
    );
    assert_eq!(read("## Small\n\n# Big\n\n# Other\n").title.as_deref(), Some("Big"));
}

#[test]
fn links_find_their_anchors() {
    let document =
        read("# Scope {#about}\n\n## Scope\n\n## The Local Offer\n\n### Rule 7\n\nYou must.\n");
    assert_eq!(document.anchors, ["about", "scope", "scope-1", "the-local-offer", "rule-7"]);
}

#[test]
fn two_labels_on_a_line() {
    assert_snapshot!(shown(
        "10. (1) A council must:\n(a) meet;\n(b) vote.\n(2) It should wait.\n\n11. One must.\n\n# B\n\n12. Two must.\n\n\
         # Regulations\n\n5.—(1) An authority must publish.\n\n(2) It must not charge.\n\n5.2 (a) A must.\n\n(b) B must.\n"
    ));
}

#[test]
fn headings_that_markdown_does_not_see() {
    assert_snapshot!(shown(
        "##Scope\n\nIt must.\n\n**Chapter 4: The Local Offer**\n\n4.1 Councils must.\n\nAnnex A\n\nIt should.\n\n\
         Section 4 sets out the rest\n\nRule 7: a sign\n\n**Rule 8**\n\nYou must.\n\n**3.2 Keeping watch**\n\nThey must.\n\n\
         **Law RTA 1988 sect 4**\n\nPart 3 – Money\n\nSo.\n\n1. Get help\n-----------\n\nCall.\n"
    ));
}

#[test]
fn a_lone_list_of_sentences_is_paragraphs_and_procedures_are_items() {
    assert_snapshot!(shown(
        "# Code\n\n1. Members must come.\n2. They should vote.\n3. They may go.\n"
    ));
    assert_snapshot!(shown(
        "# Code\n\n1. Come.\n2. Vote.\n3. Go.\n\n# More\n\n1. Sit.\n2. Eat.\n3. Sleep.\n"
    ));
}

#[test]
fn labels_however_they_are_set() {
    assert_snapshot!(shown(
        "**1.1** Bold must.\n\n**1.2 Quorum.** Three must.\n\n* 1.4 In a list must.\n\n1.6\tAfter a tab must.\n\n\
         <a id=\"x\"></a>1.7 After an anchor must.\n\n1.11\nOn a line of its own must.\n\n1.13) Closed must.\n\n1.14 – Dashed must.\n"
    ));
}

#[test]
fn numbers_that_are_skipped_and_repeated_are_kept() {
    let document = read(
        "## A\n\n1. One must.\n2. Two must.\n3. Three must.\n\n## B\n\n5. Five must.\n\n5. Five again.\n\n8. Eight must.\n\n\
         9.12a Text must.\n",
    );
    let ids: Vec<&str> =
        document.paragraphs.iter().map(|paragraph| paragraph.id.as_str()).collect();
    assert_eq!(ids, ["1", "2", "3", "5", "5~2", "8"]);
}
