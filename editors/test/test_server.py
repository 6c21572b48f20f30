"""The language server as an independent client sees it: pytest-lsp drives it over stdio as pygls does, and holds what comes back to what a
client says it can take. `DUTYBOUND` names the program."""

import os
import pathlib
import statistics
import time

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

ROOT = pathlib.Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
DUTYBOUND = os.environ.get("DUTYBOUND", str(ROOT / "target" / "debug" / "dutybound"))


@pytest_lsp.fixture(
    params=["visual_studio_code", "neovim", "emacs"],
    config=ClientServerConfig(server_command=[DUTYBOUND, "lsp"]),
)
async def client(request, lsp_client: LanguageClient):
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            workspace_folders=[types.WorkspaceFolder(uri=CORPUS.as_uri(), name="corpus")],
        )
    )
    yield
    await lsp_client.shutdown_session()


async def opened(client, text, name="new.md"):
    """Opens a text, and waits for what is told of it."""
    uri = (CORPUS / name).as_uri()
    item = types.TextDocumentItem(uri=uri, language_id="markdown", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
    await told(client, uri)
    return uri


async def told(client, uri):
    while True:
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        if uri in client.diagnostics:
            return client.diagnostics[uri]


def at(uri, line, character):
    return {
        "text_document": types.TextDocumentIdentifier(uri=uri),
        "position": types.Position(line=line, character=character),
    }


async def change(client, uri, version, start, end, text):
    at = lambda place: types.Position(line=place[0], character=place[1])
    edit = types.TextDocumentContentChangePartial(
        range=types.Range(start=at(start), end=at(end)), text=text
    )
    document = types.VersionedTextDocumentIdentifier(uri=uri, version=version)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(text_document=document, content_changes=[edit])
    )
    return await told(client, uri)


TEXT = """# 🐝 Code

1.1 🐝🐝 A local authority must publish its plan (section 27(1) of the Children and Families Act 2014).

1.2 🐝 Notes must be kept, as paragraph 1.1 says.
"""


@pytest.mark.asyncio
async def test_diagnostics_follow_changes(client):
    uri = await opened(client, TEXT)
    found = {it.code: it for it in client.diagnostics[uri]}
    unnamed = found["duty-without-holder"]
    assert unnamed.severity in (types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Warning)
    # "1.2 ", a bee of two units, " Notes ".
    assert (unnamed.range.start.line, unnamed.range.start.character) == (4, 13)
    assert unnamed.range.end.character == 17
    after = await change(client, uri, 2, (4, 13), (4, 17), "may")
    assert "duty-without-holder" not in {it.code for it in after}


@pytest.mark.asyncio
async def test_hover_and_definition(client):
    uri = await opened(client, TEXT)
    hover = await client.text_document_hover_async(types.HoverParams(**at(uri, 2, 32)))
    assert "local authority" in hover.contents.value
    assert "Children and Families Act 2014" in hover.contents.value
    there = await client.text_document_definition_async(types.DefinitionParams(**at(uri, 4, 38)))
    assert (there.uri, there.range.start.line) == (uri, 2)


@pytest.mark.asyncio
async def test_symbols_lie_within_their_parts(client):
    text = (CORPUS / "indicative-sen-code.md").read_text(encoding="utf-8")
    uri = await opened(client, text)
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=types.TextDocumentIdentifier(uri=uri))
    )

    def held(symbol):
        start, end = symbol.range.start, symbol.range.end
        assert start <= symbol.selection_range.start and symbol.selection_range.end <= end
        for child in symbol.children or []:
            assert start <= child.range.start
            held(child)
        return 1 + sum(len(child.children or []) for child in symbol.children or [])

    assert sum(held(symbol) for symbol in symbols) > 20


@pytest.mark.asyncio
async def test_a_finding_is_allowed_with_a_reason(client):
    uri = await opened(client, TEXT)
    [unnamed] = [it for it in client.diagnostics[uri] if it.code == "duty-without-holder"]
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(uri=uri),
            range=unnamed.range,
            context=types.CodeActionContext(diagnostics=[unnamed]),
        )
    )
    [action] = [it for it in actions if "duty-without-holder" in it.title]
    [edit] = action.edit.changes[uri]
    place = (edit.range.start.line, edit.range.start.character)
    reason = edit.new_text.replace('""', '"the rota says who"')
    after = await change(client, uri, 2, place, place, reason)
    assert not {"duty-without-holder", "allow-unused"} & {it.code for it in after}


def megabyte():
    """A long draft: one of the corpus, again and again, its sections numbered on."""
    text = (CORPUS / "highway-like-code.md").read_text(encoding="utf-8")
    return text * (1_000_000 // len(text.encode()) + 1)


@pytest.mark.asyncio
@pytest.mark.skipif("debug" in DUTYBOUND, reason="a debug build says nothing of speed")
async def test_a_megabyte_is_read_as_fast_as_one_types(client):
    uri = await opened(client, megabyte())
    times = []
    for version in range(2, 12):
        start = time.perf_counter()
        await change(client, uri, version, (9, 0), (9, 0), "a")
        times.append(time.perf_counter() - start)
    print(f"1 MB: {statistics.median(times) * 1000:.0f} ms from a change to its diagnostics")
    assert statistics.median(times) < 5
