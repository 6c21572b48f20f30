//! What runs for a guidance repository (the GitHub action, the GitLab example, the pre-commit hook), on a real git repository:
//! a pull request that turns a must into a should fails, and shows the sentence.

#![cfg(unix)] // the steps are shell scripts

use std::{env, fs, path::Path, process::Command};

use crate::run::{Folder, Ran};

const BEFORE: &str = "# Code\n\n\
    1.1 In this Code ‘must’ refers to a requirement of law and ‘should’ to guidance.\n\n\
    2.1 A local authority must publish its reasons (section 42 of the Children and Families Act 2014).\n";

/// A repository whose base has one draft and whose head has another text of it: both commits.
struct PullRequest {
    folder: Folder,
    base: String,
}

impl PullRequest {
    fn changing(before: &str, after: &str) -> Self {
        let folder = Folder::with(&[("guidance/draft.md", before)]);
        git(folder.path(), &["init", "--quiet", "--initial-branch=main"]);
        commit(folder.path(), "Base");
        let base = git(folder.path(), &["rev-parse", "HEAD"]);
        folder.write("guidance/draft.md", after.as_bytes());
        commit(folder.path(), "Head");
        Self { folder, base }
    }

    fn weakening() -> Self {
        Self::changing(BEFORE, &BEFORE.replace("authority must", "authority should"))
    }

    /// Runs the step of the action as a runner does.
    fn action(&self, more: &[(&str, &str)]) -> Ran {
        let mut step = Command::new(root().join("action/run"));
        step.current_dir(self.folder.path())
            .env("PATH", path_with_program())
            .env("RUNNER_TEMP", self.folder.path())
            .env("GITHUB_STEP_SUMMARY", self.folder.path().join("summary.md"))
            .env("GITHUB_OUTPUT", self.folder.path().join("output.txt"))
            .env("DUTYBOUND_PATHS", "guidance")
            .env("DUTYBOUND_BASE", &self.base)
            .envs(more.iter().copied());
        step.output().unwrap().into()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn path_with_program() -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_dutybound")).parent().unwrap();
    format!("{}:{}", program.display(), env::var("PATH").unwrap())
}

fn git(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=A", "-c", "user.email=a@example.org"]).args(args);
    let ran: Ran = command.current_dir(folder).output().unwrap().into();
    assert_eq!(ran.code, Some(0), "git {args:?}: {ran:?}");
    ran.stdout.trim().to_owned()
}

fn commit(folder: &Path, message: &str) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--allow-empty", "--message", message]);
}

#[test]
fn the_action_fails_a_pull_request_that_turns_a_must_into_a_should_and_shows_the_sentence() {
    let request = PullRequest::weakening();
    let ran = request.action(&[]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stdout.contains("::error file=guidance/draft.md,line=5"), "{}", ran.stdout);
    assert!(ran.stdout.contains("title=duty-weakened"), "{}", ran.stdout);
    assert!(ran.stdout.contains("(was: A local authority must publish its reasons"), "{ran:?}");
    let summary = request.folder.read("summary.md");
    assert!(summary.starts_with("# What dutybound found\n"), "{summary}");
    assert!(summary.contains("~~must~~") && summary.contains("**should**"), "{summary}");
    assert!(summary.contains("publish its reasons"), "{summary}");
    let output = request.folder.read("output.txt");
    let sarif = output.trim().strip_prefix("sarif=").unwrap();
    let sarif: serde_json::Value = serde_json::from_slice(&fs::read(sarif).unwrap()).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
}

#[test]
fn the_action_passes_what_changes_no_duty_and_fails_what_it_is_told_to() {
    let request = PullRequest::changing(BEFORE, &BEFORE.replace("its reasons", "the reasons"));
    let ran = request.action(&[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let weakening = PullRequest::weakening();
    assert_eq!(weakening.action(&[("DUTYBOUND_DIFF_FAIL_ON", "never")]).code, Some(0));
    assert_eq!(weakening.action(&[("DUTYBOUND_PATHS", "nowhere")]).code, Some(2));
    let no_pull_request = weakening.action(&[("DUTYBOUND_BASE", "")]);
    assert_eq!(no_pull_request.code, Some(0), "{no_pull_request:?}");
    assert!(no_pull_request.stdout.contains("this is no pull request"), "{no_pull_request:?}");
}

#[test]
fn the_action_fetches_the_base_that_a_shallow_checkout_lacks() {
    let request = PullRequest::weakening();
    let origin = format!("file://{}", request.folder.path().display());
    git(request.folder.path(), &["config", "uploadpack.allowAnySHA1InWant", "true"]);
    let shallow = Folder::new();
    git(shallow.path(), &["clone", "--quiet", "--depth=1", &origin, "."]);
    let shallow = PullRequest { folder: shallow, base: request.base.clone() };
    let ran = shallow.action(&[]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stdout.contains("title=duty-weakened"), "{ran:?}");
    drop(request); // now nothing can be fetched
    let ran = shallow.action(&[("DUTYBOUND_BASE", "0123456789012345678901234567890123456789")]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.contains("cannot be fetched"), "{ran:?}");
}

#[test]
fn the_action_counts_what_the_pull_request_brings_and_not_what_was_there() {
    let broken = format!(
        "{BEFORE}\n2.2 Records must be kept (section 42 of the Children and Families Act 2014).\n"
    );
    let request = PullRequest::changing(&broken, &broken.replace("its reasons", "the reasons"));
    let ran = request.action(&[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let all = request.action(&[("DUTYBOUND_BASE", "")]);
    assert_eq!(all.code, Some(1), "{all:?}");
    assert!(all.stdout.contains("title=duty-without-holder"), "{all:?}");
    let request = PullRequest::changing(BEFORE, &broken);
    assert!(request.action(&[]).stdout.contains("title=duty-without-holder"));
}

#[test]
fn the_action_reports_a_draft_that_is_new() {
    let request = PullRequest::changing(BEFORE, BEFORE);
    request.folder.write("new/other.md", BEFORE.as_bytes());
    let ran = request.action(&[("DUTYBOUND_PATHS", "guidance\nnew")]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("new is new: there is nothing to compare it with"), "{ran:?}");
}

#[test]
fn the_gitlab_example_fails_the_same_merge_request() {
    let example = fs::read_to_string(root().join("docs/src/examples/gitlab-ci.yml")).unwrap();
    let script = example.split("  script:\n").nth(1).unwrap();
    let lines: Vec<&str> = script.lines().map_while(|line| line.strip_prefix("    - ")).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    let request = PullRequest::weakening();
    let ran: Ran = Command::new("sh")
        .args(["-ec", &lines.join("\n")])
        .current_dir(request.folder.path())
        .env("PATH", path_with_program())
        .env("CI_MERGE_REQUEST_DIFF_BASE_SHA", &request.base)
        .output()
        .unwrap()
        .into();
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stdout.contains("duty-weakened"), "{ran:?}");
    assert!(request.folder.read("dutybound.xml").contains("<testsuite"));
}

#[test]
fn what_is_installed_is_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    let action = fs::read_to_string(root().join("action.yml")).unwrap();
    assert!(action.contains(&format!("default: \"{version}\"")), "action.yml");
    let gitlab = fs::read_to_string(root().join("docs/src/examples/gitlab-ci.yml")).unwrap();
    assert!(gitlab.contains(&format!("pip install dutybound=={version}")), "gitlab-ci.yml");
    let page = root().join("docs/src/tutorials/guidance-repository.md");
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains(&format!("[dutybound=={version}]")), "guidance-repository.md");
    assert!(page.contains(&format!("dutybound/dutybound@v{version}")), "guidance-repository.md");
}

#[test]
fn every_action_is_bound_to_a_commit_and_no_workflow_has_rights_it_does_not_name() {
    let workflows = fs::read_dir(root().join(".github/workflows")).unwrap();
    let mut files: Vec<_> = workflows.map(|entry| entry.unwrap().path()).collect();
    files.push(root().join("action.yml"));
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let is_action = file.ends_with("action.yml");
        assert!(is_action || text.contains("\npermissions: {}\n"), "{}", file.display());
        for line in text.lines().filter(|line| line.contains("uses: ")) {
            let commit = line.split('@').nth(1).and_then(|it| it.split(' ').next());
            let commit = commit.unwrap_or_default();
            let bound = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(bound, "{}: {line}", file.display());
        }
    }
}
