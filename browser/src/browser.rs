//! One browser with one page.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{
    By, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver, WebElement,
    common::print::PrintParameters,
};
use tokio::runtime::{Builder, Runtime};

use crate::driver::Driver;

/// How long a step may take before it has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// What Chromium is started with: no window, no sandbox (tests may run as root), and nothing that calls home.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
];

/// A browser with one page. It ends with this value.
pub struct Browser {
    page: Option<WebDriver>,
    runtime: Runtime,
    _driver: Driver,
    _profile: TempDir,
}

/// How a page is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub dark: bool,
    pub print: bool,
    /// Pixels; a laptop's where it is 0.
    pub width: u32,
    pub height: u32,
}

impl Browser {
    pub fn start() -> Result<Self> {
        let driver = Driver::start()?;
        let profile = tempfile::tempdir()?;
        let mut wanted = DesiredCapabilities::chrome();
        ARGUMENTS.into_iter().try_for_each(|it| wanted.add_arg(it))?;
        wanted.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let page = runtime
            .block_on(WebDriver::new(driver.address(), wanted))
            .context("the browser did not start")?;
        let browser = Self { page: Some(page), runtime, _driver: driver, _profile: profile };
        browser.look(Look::default())?;
        Ok(browser)
    }

    fn page(&self) -> &WebDriver {
        self.page.as_ref().expect("there until the browser ends")
    }

    /// Opens a file, as a double click on it does.
    pub fn open(&self, file: &Path) -> Result<()> {
        self.open_at(file, "")
    }

    /// Opens a file at the element of this id, as a permanent link does.
    pub fn open_at(&self, file: &Path, id: &str) -> Result<()> {
        let file = fs::canonicalize(file).with_context(|| file.display().to_string())?;
        let hash = if id.is_empty() { String::new() } else { format!("#{id}") };
        self.go_to(&format!("file://{}{hash}", file.display()))
    }

    /// Opens an address. One that differs from the last only behind its "#" is another visit all the same.
    pub fn go_to(&self, address: &str) -> Result<()> {
        self.runtime.block_on(self.page().goto("about:blank"))?;
        // What the browser fetches for its own first page is no matter of ours.
        self.requests()?;
        self.runtime.block_on(self.page().goto(address))?;
        Ok(())
    }

    /// What a script says that runs in the page.
    pub fn ask(&self, script: &str) -> Result<Value> {
        let answer = self.runtime.block_on(self.page().execute(script, Vec::new()))?;
        Ok(answer.json().clone())
    }

    /// What a script says in the end: it is given a function to call with its answer.
    pub fn ask_later(&self, script: &str) -> Result<Value> {
        let script = format!("const done = arguments[0]; {script}");
        let answer = self.runtime.block_on(self.page().execute_async(script, Vec::new()))?;
        Ok(answer.json().clone())
    }

    /// How many elements a selector finds.
    pub fn count(&self, selector: &str) -> Result<u64> {
        let found =
            self.ask(&format!("return document.querySelectorAll({}).length", json!(selector)))?;
        found.as_u64().context("no count")
    }

    /// How many elements a selector finds that can be seen.
    pub fn count_seen(&self, selector: &str) -> Result<u64> {
        let found = self.ask(&format!(
            "return [...document.querySelectorAll({})].filter((it) => it.checkVisibility()).length",
            json!(selector)
        ))?;
        found.as_u64().context("no count")
    }

    /// The words of the first element that a selector finds, as they are shown.
    pub fn text(&self, selector: &str) -> Result<String> {
        let element = self.find(selector)?;
        Ok(self.runtime.block_on(element.text())?)
    }

    /// Waits until a condition holds in the page.
    pub fn wait_until(&self, condition: &str) -> Result<()> {
        let began = Instant::now();
        while self.ask(&format!("return Boolean({condition})"))? != json!(true) {
            ensure!(began.elapsed() < PATIENCE, "never came true: {condition}");
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Goes into a frame: what is asked from now on is asked there.
    pub fn enter(&self, selector: &str) -> Result<()> {
        Ok(self.runtime.block_on(self.find(selector)?.enter_frame())?)
    }

    /// Goes back to the page around all frames.
    pub fn leave(&self) -> Result<()> {
        Ok(self.runtime.block_on(self.page().enter_default_frame())?)
    }

    fn find(&self, selector: &str) -> Result<WebElement> {
        self.runtime.block_on(self.page().find(By::Css(selector))).context(selector.to_owned())
    }

    pub fn click(&self, selector: &str) -> Result<()> {
        Ok(self.runtime.block_on(self.find(selector)?.click())?)
    }

    /// Clicks on what a selector finds, where it can be seen.
    pub fn click_if_seen(&self, selector: &str) -> Result<()> {
        if self.count_seen(selector)? > 0 { self.click(selector) } else { Ok(()) }
    }

    /// Types text, or presses keys, in an element. For an `<input type=file>`, the text is the path of a file.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        Ok(self.runtime.block_on(self.find(selector)?.send_keys(text))?)
    }

    /// Chooses from a list by the value of an option.
    pub fn choose(&self, selector: &str, value: &str) -> Result<()> {
        self.find(selector)?;
        self.ask(&format!(
            "const list = document.querySelector({}); list.value = {}; \
             list.dispatchEvent(new Event('input', {{ bubbles: true }})); \
             list.dispatchEvent(new Event('change', {{ bubbles: true }}));",
            json!(selector),
            json!(value)
        ))?;
        Ok(())
    }

    /// Presses a key where the focus is ("Tab", "Enter").
    pub fn press(&self, key: &str) -> Result<()> {
        for kind in ["keyDown", "keyUp"] {
            let (code, text) = match key {
                "Tab" => (9, ""),
                "Enter" => (13, "\r"),
                _ => (0, key),
            };
            let text = if kind == "keyDown" { text } else { "" };
            self.command(
                "Input.dispatchKeyEvent",
                json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text }),
            )?;
        }
        Ok(())
    }

    /// A command of the browser's own protocol.
    pub fn command(&self, name: &str, parameters: Value) -> Result<Value> {
        Ok(self.runtime.block_on(self.page().cdp().send_raw(name, parameters))?)
    }

    /// Sets how the page is looked at from now on.
    pub fn look(&self, look: Look) -> Result<()> {
        let scheme = if look.dark { "dark" } else { "light" };
        let size = |size: u32, default: u32| if size == 0 { default } else { size };
        self.command(
            "Emulation.setEmulatedMedia",
            json!({
                "media": if look.print { "print" } else { "" },
                "features": [{ "name": "prefers-color-scheme", "value": scheme }],
            }),
        )?;
        self.command(
            "Emulation.setDeviceMetricsOverride",
            json!({
                "width": size(look.width, 1280), "height": size(look.height, 900),
                "deviceScaleFactor": 1, "mobile": false,
            }),
        )?;
        Ok(())
    }

    /// Whether pages may run scripts, from the next one that is opened.
    pub fn allow_scripts(&self, allow: bool) -> Result<()> {
        self.command("Emulation.setScriptExecutionDisabled", json!({ "value": !allow }))?;
        Ok(())
    }

    /// What the page has complained of in its console since this was asked last.
    pub fn errors(&self) -> Result<Vec<String>> {
        let entries = self.runtime.block_on(self.page().get_log("browser"))?;
        let told =
            entries.into_iter().filter(|it| matches!(it.level.as_str(), "SEVERE" | "WARNING"));
        Ok(told.map(|it| it.message).collect())
    }

    /// What the browser was asked to fetch since this was asked last: pages that were opened left out, and what a page had
    /// within itself.
    pub fn requests(&self) -> Result<Vec<String>> {
        let entries = self.runtime.block_on(self.page().get_log("performance"))?;
        let events =
            entries.iter().filter_map(|it| serde_json::from_str::<Value>(&it.message).ok());
        let sent = events.filter(|it| it["message"]["method"] == "Network.requestWillBeSent");
        let fetched = sent.filter(|it| it["message"]["params"]["type"] != "Document");
        let address =
            |it: Value| it["message"]["params"]["request"]["url"].as_str().map(str::to_owned);
        let is_within = |it: &String| it.starts_with("blob:") || it.starts_with("data:");
        Ok(fetched.filter_map(address).filter(|it| !is_within(it)).collect())
    }

    /// A picture of what is in sight, as a PNG file in `browser/screenshots`.
    pub fn screenshot(&self, name: &str) -> Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
        fs::create_dir_all(&folder)?;
        let picture = self.runtime.block_on(self.page().screenshot_as_png())?;
        Ok(fs::write(folder.join(name).with_extension("png"), picture)?)
    }

    /// The page as a PDF, as it is printed.
    pub fn print(&self) -> Result<Vec<u8>> {
        Ok(self.runtime.block_on(self.page().print_page(PrintParameters::default()))?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(page) = self.page.take() {
            let _ = self.runtime.block_on(page.quit());
        }
    }
}
