//! A JSON Schema as tables for people.

use std::fmt::Write as _;

use serde_json::Value;

/// A table for the whole, and one for each kind of thing in it. `name` is what the schema is of: several stand on one page.
pub(super) fn tables(name: &str, schema: &str) -> String {
    // A kind is named where it stands, and linked from there.
    let linked = |line: &str| line.replace("(#", &format!("(#{name}-"));
    whole(name, &serde_json::from_str(schema).unwrap())
        .lines()
        .fold(String::new(), |out, line| out + &linked(line) + "\n")
}

fn whole(page: &str, schema: &Value) -> String {
    let mut out = table(schema);
    let parts = schema["$defs"].as_object().into_iter().flatten();
    for (name, part) in parts {
        let shown = name.trim_end_matches("Wire");
        let _ = writeln!(out, "\n### {shown} {{#{page}-{name}}}\n");
        if let Some(said) = part["description"].as_str() {
            let _ = writeln!(out, "{}\n", one_line(said));
        }
        if part["properties"].is_object() {
            out.push_str(&table(part));
        } else {
            let _ = writeln!(out, "{}.", kind(part));
        }
    }
    out
}

fn table(schema: &Value) -> String {
    let mut out = "| key | is | says |\n| --- | --- | --- |\n".to_owned();
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let said = value["description"].as_str().map(one_line).unwrap_or_default();
        let _ = writeln!(out, "| `{key}` | {} | {} |", cell(&kind(value)), cell(&said));
    }
    out
}

/// What stands there: "text", "list of Finding".
fn kind(value: &Value) -> String {
    if let Some(name) = value["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap_or(name);
        return format!("[{}](#{name})", name.trim_end_matches("Wire"));
    }
    for list in ["oneOf", "anyOf"] {
        if let Some(kinds) = value[list].as_array() {
            return kinds.iter().map(kind).collect::<Vec<_>>().join(" or ");
        }
    }
    if let Some(values) = value["enum"].as_array() {
        return values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(" or ");
    }
    if value["const"].is_string() {
        return format!("`{}`", value["const"]);
    }
    match &value["type"] {
        Value::Array(kinds) => {
            let kinds = kinds.iter().filter_map(Value::as_str);
            kinds.map(|name| named(name, value)).collect::<Vec<_>>().join(" or ")
        }
        name => named(name.as_str().unwrap_or("anything"), value),
    }
}

fn named(name: &str, value: &Value) -> String {
    match name {
        "array" => format!("list of {}", kind(&value["items"])),
        "object" if value["additionalProperties"].is_object() => {
            format!("names, each with {}", kind(&value["additionalProperties"]))
        }
        "string" => "text".to_owned(),
        "boolean" => "`true` or `false`".to_owned(),
        "integer" | "number" => "number".to_owned(),
        other => other.to_owned(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
