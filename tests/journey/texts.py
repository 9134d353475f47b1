# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's words in a language, from the catalogue it uses itself, and the locale to run it in."""
import gettext
import os
import subprocess


class Words:
    """words("_Appoint…") is what the button says in that language, without its mnemonic."""

    def __init__(self, language, folder):
        self.toolkit = gettext.translation("gtk40", languages=[language], fallback=True)
        self.catalogue = gettext.translation("equipole", folder, languages=[language], fallback=language == "en")

    def __call__(self, source):
        return self.catalogue.gettext(source).replace("_", "")

    def of_toolkit(self, source):
        return self.toolkit.gettext(source)


def make_locale(language, folder):
    """The environment that selects the language; a French locale is compiled when the machine has none."""
    if language == "en":
        return {"LC_ALL": "C.UTF-8"}
    name = f"{language}_{language.upper()}"
    subprocess.run(["localedef", "-i", name, "-f", "UTF-8", os.path.join(folder, f"{name}.UTF-8")], check=True, capture_output=True)
    return {"LC_ALL": f"{name}.UTF-8", "LOCPATH": folder}
