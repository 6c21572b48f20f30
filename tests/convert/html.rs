use dutybound::convert::{self, Kind, Options, Tracked};

use super::markdown;

fn html(text: &str) -> String {
    markdown(Kind::Html, text.as_bytes())
}

#[test]
fn the_content_of_a_page_is_kept_and_its_furniture_is_not() {
    let page = "<html><head><title>Site</title><style>p{}</style></head><body><nav><a href='/'>Home</a></nav>
        <main id=content><h1>Keeping bees</h1><p class=gem-c-lead-paragraph>For keepers.
        <div class='gem-c-contents-list'><ul><li>Hives</ul></div>
        <h2 id=rule1>Rule 1</h2><p>You <strong>MUST NOT</strong> open a hive in rain.</p></main>
        <footer>Crown</footer></body></html>";
    assert_eq!(
        html(page),
        "# Keeping bees\n\nFor keepers.\n\n## Rule 1\n\nYou **MUST NOT** open a hive in rain.\n"
    );
}

#[test]
fn lists_keep_their_nesting_and_numbers() {
    let page = "<p>Keepers must:<ul><li>watch<li>count<ol start=3><li>drones<li>queens</ol><li>note</ul><p>Then rest.";
    assert_eq!(
        html(page),
        "Keepers must:\n\n- watch\n- count\n  3. drones\n  4. queens\n- note\n\nThen rest.\n"
    );
}

#[test]
fn links_are_kept_as_written() {
    assert_eq!(
        html(
            "<p><b>Laws <a href='/ukpga/1&amp;2'>Bees &amp; Wasps Act</a></b>, see <a href=#x>x</a>.</p>"
        ),
        "**Laws [Bees & Wasps Act](/ukpga/1&2)**, see [x](#x).\n"
    );
}

#[test]
fn tables_keep_rows_and_a_table_without_header_gets_an_empty_one() {
    let table = "<table><tr><th>Who<th>What<tr><td>keeper<td>must <em>count</em> | weigh</table>";
    assert_eq!(html(table), "| Who | What |\n| --- | --- |\n| keeper | must *count* \\| weigh |\n");
    assert_eq!(html("<table><tr><td>a<td>b</table>"), "|  |  |\n| --- | --- |\n| a | b |\n");
}

#[test]
fn footnotes_become_markdown_footnotes() {
    let page = "<p>Keepers must register.<sup><a href='#fn:1'>1</a></sup></p><p>More.</p>
        <div class=footnotes><ol><li id='fn:1'><p>Under the Act. <a href='#fnref:1'>↩</a></p></li></ol></div>";
    assert_eq!(
        html(page),
        "Keepers must register.[^note-1]\n\n[^note-1]: Under the Act.\n\nMore.\n"
    );
}

#[test]
fn characters_that_markdown_would_read_as_marks_are_plain() {
    assert_eq!(
        html("<p># 5 * 3 &lt;b&gt; a_b [^1] &amp;amp; R&amp;D"),
        "\\# 5 \\* 3 \\<b> a_b \\[^1] \\&amp; R&D\n"
    );
    assert_eq!(html("<p>2014. That year"), "2014\\. That year\n");
}

#[test]
fn old_windows_pages_are_read() {
    assert_eq!(markdown(Kind::Html, b"<p>the keeper\x92s \x93duty\x94"), "the keeper’s “duty”\n");
}

#[test]
fn a_heading_called_content_is_not_the_whole_page() {
    let out =
        html("<body><h2 id=content>Content</h2><p>Keepers must count bees every year.</p></body>");
    assert_eq!(out, "## Content\n\nKeepers must count bees every year.\n");
}

#[test]
fn a_main_part_that_holds_little_of_the_text_is_not_all_that_is_read() {
    let out = html(
        "<body><main><p>Draft</p></main><article><p>Keepers must count bees every year.</p></article></body>",
    );
    assert_eq!(out, "Draft\n\nKeepers must count bees every year.\n");
}

#[test]
fn text_beside_the_text_is_kept_and_lists_of_links_are_not() {
    let out = html(
        "<main><p>Keepers must count bees.</p><aside><p>They should wear a veil.</p></aside>\
         <aside><ul><li><a href='/a'>Keeping wasps</a></li></ul></aside></main>",
    );
    assert_eq!(out, "Keepers must count bees.\n\nThey should wear a veil.\n");
}

#[test]
fn footnotes_of_other_programs_become_markdown_footnotes_too() {
    let expected =
        "Keepers must[^note-1] count bees.\n\n[^note-1]: All of them.\n\nInspectors may call.\n";
    let pandoc = "<p>Keepers must<a href='#fn1' class='footnote-ref' id='fnref1' role='doc-noteref'><sup>1</sup></a> count \
         bees.</p><p>Inspectors may call.</p><section id='footnotes' class='footnotes' role='doc-endnotes'><hr><ol>\
         <li id='fn1'><p>All of them.<a href='#fnref1' class='footnote-back' role='doc-backlink'>↩︎</a></p></li></ol></section>";
    let word = "<p>Keepers must<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> count bees.</p><p>Inspectors may call.</p>\
         <hr><div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> All of them.</p></div>";
    assert_eq!(html(pandoc), expected);
    assert_eq!(html(word), expected);
}

#[test]
fn a_link_to_a_numbered_rule_is_no_footnote() {
    let out =
        html("<p>See rule <a href='#rule1'>1</a>.</p><p id=rule1>Keepers must count bees.</p>");
    assert_eq!(out, "See rule [1](#rule1).\n\nKeepers must count bees.\n");
}

#[test]
fn both_sides_of_marked_changes_are_read() {
    let page = "<p>Keepers <del>must</del><ins>should</ins> count bees.</p>";
    assert_eq!(html(page), "Keepers should count bees.\n");
    let options = Options { tracked: Tracked::Old, ..Options::default() };
    let old = convert::to_markdown(Kind::Html, page.as_bytes(), &options).unwrap();
    assert_eq!(old, "Keepers must count bees.\n");
}

#[test]
fn lists_counted_in_letters_and_raised_numbers_keep_what_they_show() {
    let out =
        html("<ol type=a start=2><li>count bees</li><li value=5>fill 3 m<sup>2</sup></li></ol>");
    assert_eq!(out, "- b. count bees\n- e. fill 3 m²\n");
}

#[test]
fn cells_over_several_rows_and_tables_in_tables_lose_nothing() {
    let out = html(
        "<table><tr><th>Who<th>What<th>When<tr><td rowspan=2>Keepers<td>must count<td>May\
         <tr><td>must weigh<td><table><tr><td>June<td>July</table></table>",
    );
    assert_eq!(
        out,
        "| Who | What | When |\n| --- | --- | --- |\n| Keepers | must count | May |\n|  | must weigh | June<br>July |\n"
    );
}
