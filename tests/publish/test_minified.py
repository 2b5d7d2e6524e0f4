"""What is left out of scripts and style sheets, and what must stay."""

from tongchuang.publish.minified import minified


def test_a_script_loses_comments_types_and_white_space():
    script = """// What it does.
/** @param {string} text
 * @returns {number} */
export const length = (text) => {
  return text.length; // in code units
};
"""
    assert minified(script, ".js") == "export const length=e=>e.length"


def test_a_style_sheet_loses_comments_and_white_space():
    assert minified("/* Cards. */\n.card > a { color: #ffffff; margin: 0 auto }\n", ".css") == (
        ".card>a{color:#fff;margin:0 auto}"
    )


def test_other_files_stay_as_they_are():
    assert minified("<svg>  </svg>", ".svg") == "<svg>  </svg>"
