import Markup

extension ReportPage {
    /// How the report looks, in light and in dark.
    static let style: HTML = """
        :root{--ink:#1f2933;--soft:#52606d;--line:#d9e2ec;--paper:#fffdf8;--good:#1d6b3a;--open:#8a4b08;color-scheme:light dark}
        @media(prefers-color-scheme:dark){:root{--ink:#eef2f6;--soft:#b3c0cc;--line:#3b4754;--paper:#171c22;--good:#7fd6a0;--open:#f2b872}}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
        main{max-width:62rem;margin:auto;padding:1.5rem}
        .brand{margin:0;color:var(--soft);letter-spacing:.08em;text-transform:uppercase;font-size:.8rem}
        h1{font-size:1.7rem;margin:.2rem 0 .6rem;overflow-wrap:anywhere}h2{font-size:1.25rem;margin:2.2rem 0 .3rem}
        .verdict{font-size:1.15rem;font-weight:600}.good{color:var(--good)}.open{color:var(--open)}
        .figures{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0;margin:1rem 0}
        .figures li{border:1px solid var(--line);border-radius:.6rem;padding:.7rem 1rem;min-width:8rem}
        .figures strong{display:block;font-size:1.8rem;line-height:1.1}
        .lead,.where{color:var(--soft);margin:.2rem 0 .6rem}.where{font-size:.9rem}
        .questions>li{border-left:4px solid var(--open);padding:.2rem .9rem;margin:.7rem 0}.questions p{margin:.2rem 0}
        .choices{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0;margin:.4rem 0}
        .choices li{border:1px solid var(--line);border-radius:1rem;padding:.05rem .7rem}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}
        th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
        th{color:var(--soft);font-weight:600;white-space:nowrap}q{quotes:"« " " »"}.tag{border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;white-space:nowrap;font-size:.85rem}
        .error{border-color:#b42318;color:#b42318}.warning{border-color:var(--open);color:var(--open)}
        .map{display:block;width:18.75rem;max-width:100%;height:auto;border:1px solid var(--line);border-radius:.4rem}
        .map .around{fill:var(--soft);opacity:.55}.map .spot circle{fill:var(--open);stroke:var(--paper);stroke-width:1.5}
        .map text{fill:var(--paper);font:bold 10px system-ui,sans-serif;text-anchor:middle;dominant-baseline:central}
        .map .given,.map path.scale{stroke:var(--ink);stroke-width:2;fill:none}.map text.scale{fill:var(--ink);text-anchor:start;font-weight:400}
        .candidates{margin:.3rem 0 0;padding-left:1.4rem}
        @media(prefers-color-scheme:dark){.error{border-color:#ff9c92;color:#ff9c92}}
        """
}
