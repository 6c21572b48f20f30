//! Quotations, examples, notes, tables, footnotes and histories are kept apart.

use insta::assert_snapshot;

use super::{dump, read};

fn shown(text: &str) -> String {
    dump(&read(text))
}

#[test]
fn quotations_examples_and_notes() {
    assert_snapshot!(shown(
        "Text must.\n\n> Quoted must.\n\n> **Example:** A shop must.\n>\n> - an item\n\n> Case study 3 Anna should.\n\n\
         > [!NOTE]\n> It must be noted.\n\nNOTE 1 A drawing may do.\n\nNote: the fee should be paid.\n\n\
         **Example.** A college should:\n\n- wait\n\nFor example, it must wait.\n\nNoted drivers must wait.\n"
    ));
}

#[test]
fn headings_of_examples_and_histories() {
    assert_snapshot!(shown(
        "# Code\n\nIt must.\n\n## Case study: Anna\n\nShe should.\n\n### More\n\nShe must.\n\n## Duties\n\nThey must.\n\n\
         ## Version history\n\n1.2 Rule 7 must now be read.\n\n| a | b |\n|---|---|\n| c | d |\n"
    ));
}

#[test]
fn tables_have_rows_and_cells() {
    assert_snapshot!(shown(
        "2.1 Duties:\n\n| Who | What | Law |\n|---|---|---|\n| Board | **must** meet | |\n| | should `vote` |\n| | | |\n\nText.\n"
    ));
}

#[test]
fn footnotes_belong_to_the_paragraph_of_their_mark() {
    assert_snapshot!(shown(
        "1.1 The board must[^b] meet[^a].\n\n1.2 It should vote.\n\n[^a]: At night.\n\n    Or day.\n\n[^b]: Section 1.\n\n\
         [^c]: Nobody asked.\n\n1.3 It may stop.\n"
    ));
}

#[test]
fn html_is_read_for_its_text() {
    assert_snapshot!(shown(
        "<div class=\"call-out\"><p>You <b>must</b> stop.</p>\n<p>You should<br>wait.</p></div>\n\n\
         <script>must()</script>\n\n1.1 It <b>must</b> <!-- should --> be.\n\n<details>\n<summary>More</summary>\n\n1.2 So.\n\n</details>\n"
    ));
}

#[test]
fn call_outs_of_govuk_markdown() {
    assert_snapshot!(shown(
        "^You must register.^\n\n%You must not wait.%\n\n$E\nA shop must.\n$E\n\n$CTA\n\nCall us.\n$CTA\n\nIt costs $E or so.\n"
    ));
}

#[test]
fn notes_at_the_end() {
    assert_snapshot!(shown(
        "1.1 The board must.\n\n# Notes\n\n1. Section 1 must be read.\n2. So should 2.\n\n# Next\n\n1.2 So.\n"
    ));
}
