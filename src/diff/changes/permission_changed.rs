//! A permission that came, went, or became a prohibition.

use super::{
    Change, ChangeRule,
    force::{self, Turn},
    unpaired::{self, Class},
};
use crate::{diff::Revision, findings::Severity};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "permission-changed",
    summary: "a permission was given, taken away, or turned into a prohibition",
    counted: ["permission changed", "permissions changed"],
    severity: Severity::Note,
    hidden: false,
    page: include_str!("permission_changed.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    let turned = force::check(&RULE, revision, Turn::PermissionChanged);
    let removed = unpaired::removed(&RULE, revision, Class::Permission);
    let added = unpaired::added(&RULE, revision, Class::Permission);
    [turned, removed, added].concat()
}
