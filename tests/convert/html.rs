use dutybound::convert::Kind;

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
