//! Reports in a browser: filters, search, permanent links, print, and nothing that a draft could do.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use dutybound_browser::{Browser, Folder, Look, root};
use serde_json::{Value, json};

/// A law of two duties.
const LAW: &str = r#"<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation" DocumentURI="http://www.legislation.gov.uk/ukpga/2000/1">
<ukm:Metadata xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Plans Act 2000</dc:title></ukm:Metadata>
<Primary><Body><P1group><Title>Plans</Title><P1 id="section-1"><Pnumber>1</Pnumber><P1para><Text>A local authority must publish its plan.</Text></P1para></P1></P1group>
<P1group><Title>Reviews</Title><P1 id="section-2"><Pnumber>2</Pnumber><P1para><Text>A local authority must review its plan.</Text></P1para></P1></P1group></Body></Primary></Legislation>"#;

const HOSTILE: &str = "\
---
title: <script>window.hit = 1</script>
---

# A Code

## <img src=x onerror=\"window.hit = 2\">

1.1 The board must publish \\<img src=x onerror=\"window.hit = 3\"> its plan.

1.2 [The board](javascript:window.hit=4) should \\<script>window.hit = 5\\</script> not meet.

1.3 The board must print `</script><script>window.hit = 6</script>` and `</style><script>window.hit = 7</script>`.
";

/// How reports are looked at.
const LOOKS: [(&str, Look); 3] = [
    ("light", Look { dark: false, print: false, width: 1280, height: 900 }),
    ("dark", Look { dark: true, print: false, width: 1280, height: 900 }),
    ("narrow", Look { dark: false, print: false, width: 360, height: 740 }),
];

const ALL: &str = "[data-m]";

fn corpus(name: &str) -> String {
    root().join("corpus").join(name).display().to_string()
}

/// A page in a browser, and the folder that it lies in.
fn opened(args: &[&str]) -> Result<(Browser, Folder, PathBuf)> {
    let folder = Folder::new()?;
    let page = folder.page(args)?;
    let browser = Browser::start()?;
    browser.open(&page)?;
    Ok((browser, folder, page))
}

fn statements<'a>(
    register: &'a Value,
    wanted: impl Fn(&Value) -> bool + 'a,
) -> impl Iterator<Item = &'a Value> {
    let all = register["drafts"][0]["statements"].as_array().into_iter().flatten();
    all.filter(move |it| wanted(it))
}

/// Nothing was complained of, and nothing fetched.
fn is_quiet(browser: &Browser) -> Result<()> {
    let (errors, requests) = (browser.errors()?, browser.requests()?);
    ensure!(errors.is_empty(), "the console says: {errors:#?}");
    ensure!(requests.is_empty(), "the page asks for {requests:#?}");
    Ok(())
}

#[test]
fn a_force_that_is_unticked_is_gone_and_all_others_stay() -> Result<()> {
    let draft = corpus("indicative-sen-code.md");
    let (browser, folder, _) = opened(&["register", &draft])?;
    let register = folder.json(&["register", "--format", "json", &draft])?;
    let of = |modality: &str| statements(&register, |it| it["modality"] == modality).count() as u64;
    assert_eq!(browser.count_seen(ALL)?, statements(&register, |_| true).count() as u64);
    for modality in
        ["prohibition", "guidance", "guidance-against", "permission", "undeclared", "encouragement"]
    {
        browser.click(&format!("#m-{modality}"))?;
    }
    let duties = of("duty");
    assert!(duties > 20);
    browser.wait_until(&format!(
        "document.querySelector('.shown').textContent.startsWith('{duties} of ')"
    ))?;
    assert_eq!(browser.count_seen(ALL)?, duties);
    assert_eq!(browser.count_seen("[data-m]:not([data-m=duty])")?, 0);
    browser.click("button[type=reset]")?;
    browser.wait_until("!document.querySelector('.shown').textContent.includes(' of ')")?;
    assert_eq!(browser.count_seen("[data-m=guidance]")?, of("guidance"));
    is_quiet(&browser)
}

#[test]
fn what_one_body_must_do_is_one_choice() -> Result<()> {
    let draft = corpus("indicative-sen-code.md");
    let (browser, folder, _) = opened(&["register", &draft])?;
    let asked = folder.json(&["register", "--format", "json", "--holder", "CCGs", &draft])?;
    let asked = statements(&asked, |_| true).count() as u64;
    assert!(asked > 3);
    browser.choose("#w", "clinical commissioning group")?;
    browser.wait_until(&format!(
        "document.querySelector('.shown').textContent.startsWith('{asked} of ')"
    ))?;
    assert_eq!(browser.count_seen(".line")?, asked);
    let part = browser.ask("return document.querySelector('#p').options[3].value")?;
    browser.click("button[type=reset]")?;
    browser.choose("#p", part.as_str().unwrap_or_default())?;
    browser.wait_until("document.querySelector('.shown').textContent.includes(' of ')")?;
    let seen = browser.ask("return [...document.querySelectorAll('.no')].filter((it) => it.checkVisibility()).map((it) => it.textContent[0])")?;
    assert!(
        seen.as_array().is_some_and(|it| !it.is_empty() && it.iter().all(|it| it == "3")),
        "{seen}"
    );
    is_quiet(&browser)
}

#[test]
fn search_shows_the_passages_with_all_its_words() -> Result<()> {
    let (browser, _folder, _) = opened(&["register", &corpus("indicative-sen-code.md")])?;
    browser.type_into("#q", "Local healthwatch")?;
    browser.wait_until("document.querySelector('.shown').textContent.includes(' of ')")?;
    let seen = browser.ask("return [...document.querySelectorAll('.b')].filter((it) => it.checkVisibility()).map((it) => it.textContent.toLowerCase())")?;
    let seen = seen.as_array().cloned().unwrap_or_default();
    assert!(!seen.is_empty() && seen.len() < 10, "{seen:?}");
    assert!(seen.iter().all(|it| {
        it.as_str().is_some_and(|it| it.contains("local") && it.contains("healthwatch"))
    }));
    // Enter in the field submits a form: nothing may be sent anywhere.
    browser.type_into("#q", "\u{e007}")?;
    is_quiet(&browser)
}

#[test]
fn a_permanent_link_leads_to_its_statement_whatever_is_filtered() -> Result<()> {
    let (browser, _folder, page) = opened(&["register", &corpus("indicative-sen-code.md")])?;
    browser.open_at(&page, "4.3%2F1")?;
    let in_sight = "(() => { const it = document.querySelector(':target')?.getBoundingClientRect(); \
                    return it && it.height > 0 && it.top >= 0 && it.bottom <= innerHeight })()";
    browser.wait_until(in_sight)?;
    assert!(browser.text(":target")?.contains("4.3/1"));
    browser.click("#m-duty")?;
    browser.wait_until("!document.querySelector(':target').checkVisibility()")?;
    browser.ask("location.hash = '#3.2/1'")?;
    browser.wait_until(in_sight)?;
    assert!(browser.text(":target")?.contains("3.2/1"));
    is_quiet(&browser)
}

#[test]
fn findings_stand_beside_their_words_and_can_be_chosen() -> Result<()> {
    let draft = corpus("indicative-sen-code.md");
    let (browser, folder, _) = opened(&["check", &draft])?;
    let found = folder.json(&["check", "--format", "json", &draft])?;
    let of = |wanted: fn(&Value) -> bool| {
        found["findings"].as_array().into_iter().flatten().filter(|it| wanted(it)).count() as u64
    };
    assert_eq!(browser.count(".finding")?, of(|_| true));
    assert_eq!(
        browser.count_seen(".finding")?,
        of(|it| it["severity"] != "note"),
        "notes wait until they are ticked"
    );
    browser.click("#v-note")?;
    browser.wait_until(
        "[...document.querySelectorAll('.finding.note')].every((it) => it.checkVisibility())",
    )?;
    browser.choose("#r", "duty-without-holder")?;
    browser.wait_until("document.querySelector('.shown').textContent.includes(' of ')")?;
    assert_eq!(browser.count_seen(".finding")?, of(|it| it["rule"] == "duty-without-holder"));
    assert_eq!(
        browser.count_seen(".b:not(:has(.finding))")?,
        0,
        "only passages with such a finding"
    );
    is_quiet(&browser)
}

#[test]
fn changes_can_be_chosen_and_lead_into_the_new_draft() -> Result<()> {
    let (old, new) = (corpus("revisions/sen/consultation.md"), corpus("revisions/sen/final.md"));
    let (browser, folder, _) = opened(&["diff", &old, &new])?;
    let changes = folder.json(&["diff", "--format", "json", &old, &new])?;
    let weakened = changes["changes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|it| it["change"] == "duty-weakened")
        .count();
    assert!(browser.count_seen(".change")? > weakened as u64);
    browser.ask("for (const box of document.querySelectorAll('input[name=v]')) if (box.value !== 'duty-weakened') box.click()")?;
    browser.wait_until(&format!(
        "document.querySelector('.shown').textContent.startsWith('{weakened} of ')"
    ))?;
    assert_eq!(browser.count_seen(".change")?, weakened as u64);
    browser.click(".change:not([hidden]) a.perma")?;
    browser.wait_until("document.querySelector(':target')?.matches('.text .line')")?;
    is_quiet(&browser)
}

#[test]
fn a_page_is_whole_without_scripts() -> Result<()> {
    let folder = Folder::new()?;
    let page = folder.page(&["check", &corpus("indicative-sen-code.md")])?;
    let browser = Browser::start()?;
    browser.allow_scripts(false)?;
    browser.open(&page)?;
    let whole = browser.command("DOM.getDocument", json!({ "depth": 1 }))?;
    let form = browser.command(
        "DOM.querySelector",
        json!({ "nodeId": whole["root"]["nodeId"], "selector": "form[hidden]" }),
    )?;
    assert_ne!(form["nodeId"], 0, "filters that would do nothing are not shown");
    let hidden = browser.command(
        "DOM.querySelector",
        json!({ "nodeId": whole["root"]["nodeId"], "selector": "main [hidden]" }),
    )?;
    assert_eq!(hidden["nodeId"], 0, "all of the text is shown");
    Ok(())
}

#[test]
fn a_hostile_draft_does_nothing() -> Result<()> {
    let folder = Folder::new()?;
    folder.write("hostile.md", HOSTILE)?;
    folder.write("old.md", &HOSTILE.replace("must", "should"))?;
    let browser = Browser::start()?;
    for args in [
        &["register", "hostile.md"][..],
        &["check", "hostile.md"],
        &["diff", "old.md", "hostile.md"],
    ] {
        browser.open(&folder.page(args)?)?;
        assert_eq!(browser.ask("return window.hit ?? null")?, Value::Null, "{args:?}");
        assert_eq!(browser.count("img, iframe, object, main script, [onerror]")?, 0);
        assert_eq!(browser.count("a[href^='javascript']")?, 0);
        assert!(browser.text("h1")?.contains("<script>window.hit = 1</script>"));
        browser.type_into("#q", "<img")?;
        browser
            .wait_until("document.querySelector('.shown').textContent.includes(' of ') || true")?;
        is_quiet(&browser)?;
    }
    Ok(())
}

#[test]
fn a_keyboard_reaches_everything() -> Result<()> {
    let (browser, _folder, _) = opened(&["register", &corpus("indicative-sen-code.md")])?;
    browser.press("Tab")?;
    assert!(browser.text(":focus")?.contains("Skip to the report"));
    browser.press("Enter")?;
    browser.wait_until("document.activeElement.id === 'report'")?;
    let reached = browser.ask(
        "return [...document.querySelectorAll('a, button, input, select, summary')].filter((it) => it.checkVisibility() && it.tabIndex < 0).length",
    )?;
    assert_eq!(reached, 0);
    is_quiet(&browser)
}

#[test]
fn nobody_is_shut_out() -> Result<()> {
    let (old, new) = (corpus("revisions/sen/consultation.md"), corpus("revisions/sen/final.md"));
    let code = corpus("indicative-sen-code.md");
    let folder = Folder::new()?;
    folder.write("law.xml", LAW)?;
    folder.write(
        "plans.md",
        "1.1 A local authority must publish its plan (section 1 of the Plans Act 2000).\n",
    )?;
    let browser = Browser::start()?;
    let pages = [
        ("register", vec!["register", &code]),
        ("check", vec!["check", "--show", "all", &code]),
        ("diff", vec!["diff", "--show", "all", &old, &new]),
        ("coverage", vec!["coverage", "plans.md", "--law", "law.xml"]),
    ];
    for (name, args) in pages {
        let page = folder.page(&args)?;
        for (how, look) in LOOKS {
            browser.look(look)?;
            browser.open(&page)?;
            let faults = browser.serious_faults()?;
            assert!(faults.is_empty(), "{name}, {how}: {faults:#?}");
            let over = browser.ask("return document.documentElement.scrollWidth - innerWidth")?;
            assert!(
                over.as_i64().is_some_and(|over| over <= 0),
                "{name}, {how}: {over} pixels too wide"
            );
            browser.screenshot(&format!("{name}-{how}"))?;
        }
        browser.look(Look { print: true, ..Look::default() })?;
        browser.screenshot(&format!("{name}-print"))?;
        assert_eq!(
            browser.count_seen("form, .skip")?,
            0,
            "{name}: what cannot be used on paper is not printed"
        );
        assert!(browser.print()?.starts_with(b"%PDF"));
    }
    Ok(())
}

/// How long a page takes until it is ready, and how long a search in it, in milliseconds.
fn times(browser: &Browser, page: &Path) -> Result<(f64, f64)> {
    browser.open(page)?;
    let search = browser.ask_later(
        "const began = performance.now(); const field = document.querySelector('#q'); field.value = 'driver'; \
         field.dispatchEvent(new Event('input', { bubbles: true })); \
         const seen = () => document.querySelector('.shown').textContent.includes(' of ') \
           ? requestAnimationFrame(() => done(performance.now() - began)) : setTimeout(seen, 5); seen();",
    )?;
    let ready = browser.ask("return performance.getEntriesByType('navigation')[0].loadEventEnd")?;
    let (ready, search) = (ready.as_f64().context("no time")?, search.as_f64().context("no time")?);
    println!(
        "{} statements: ready after {ready:.0} ms, a search takes {search:.0} ms",
        browser.count(ALL)?
    );
    Ok((ready, search))
}

#[test]
fn a_long_page_answers_within_a_second() -> Result<()> {
    let folder = Folder::new()?;
    let one = std::fs::read_to_string(root().join("corpus/highway-like-code.md"))?;
    folder.write("long.md", &one.repeat(1 + 200_000 / one.len()))?;
    let browser = Browser::start()?;
    let (_, search) = times(&browser, &folder.page(&["register", "long.md"])?)?;
    assert!(search < 1000.0, "{search} ms");
    is_quiet(&browser)
}

#[test]
fn the_highway_code_is_a_page_that_answers_within_a_second() -> Result<()> {
    let code = root().join("../shared/real/highway-code/2023-12-19-d07e594");
    if !code.is_dir() {
        println!("skipped: {} is not here", code.display());
        return Ok(());
    }
    let folder = Folder::new()?;
    let page = folder.page(&["check", "--one-code", &code.display().to_string()])?;
    let bytes = std::fs::metadata(&page)?.len();
    println!("{bytes} bytes");
    assert!(bytes < 5_000_000);
    let browser = Browser::start()?;
    let (_, search) = times(&browser, &page)?;
    assert!(search < 1000.0, "{search} ms");
    for (how, look) in LOOKS {
        browser.look(look)?;
        browser.screenshot(&format!("highway-code-{how}"))?;
    }
    is_quiet(&browser)
}
