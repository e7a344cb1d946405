"""The lessons of the demo coder: small React apps, changes to them and repairs, with requests.

`options.py` says what can be asked of an app, `page.py` how every app is laid out and `kinds/`
holds one module for each kind of app. `words.py` draws titles and labels, `wordings.py` has the
phrases that wishes are put in, `asking.py` makes a request of them, `changes.py` makes edits of an
app, `faults.py` breaks one as people do, `unable.py` asks for what is beyond the model,
`answers.py` writes the protocol's text and `lessons.py` draws from all of them. `tokens.py` makes
the tokenizer; `stage.py` runs an app.
"""
