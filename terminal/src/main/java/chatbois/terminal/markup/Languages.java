package chatbois.terminal.markup;

import chatbois.terminal.markup.Language.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The table of the languages that code is coloured in.
final class Languages {
    private static final Quoted BLOCK = new Quoted("/*", "*/", false, true, Sort.COMMENT);
    private static final Quoted DOUBLE = string("\"", true, false);
    private static final Quoted SINGLE = string("'", true, false);
    private static final Quoted RAW_SINGLE = string("'", false, false);
    private static final Quoted BACKTICK = string("`", true, true);
    private static final Quoted THREE_DOUBLE = string("\"\"\"", true, true);
    private static final Quoted THREE_SINGLE = string("'''", true, true);

    private static final List<Language> ALL =
            List.of(
                    slashed(
                            "java",
                            List.of(BLOCK, THREE_DOUBLE, DOUBLE, SINGLE),
                            """
                            abstract assert boolean break byte case catch char class continue \
                            default do double else enum extends final finally float for if \
                            implements import instanceof int interface long native new non-sealed \
                            null package permits private protected public record return sealed \
                            short static super switch synchronized this throw throws transient \
                            true false try var void volatile when while yield\
                            """),
                    slashed(
                            "kotlin kt kts",
                            List.of(BLOCK, THREE_DOUBLE, DOUBLE, SINGLE),
                            """
                            abstract as break by catch class companion constructor continue data \
                            do else enum false final finally for fun get if import in init inline \
                            interface internal is lateinit null object open operator out override \
                            package private protected public return sealed set super suspend this \
                            throw true try typealias val var vararg when where while\
                            """),
                    slashed(
                            "javascript js jsx typescript ts tsx",
                            List.of(BLOCK, BACKTICK, DOUBLE, SINGLE),
                            """
                            abstract any as async await boolean break case catch class const \
                            continue debugger declare default delete do else enum export extends \
                            false finally for from function get if implements import in instanceof \
                            interface keyof let new null number of private protected public \
                            readonly return set static string super switch this throw true try \
                            type typeof undefined unknown var void while yield\
                            """),
                    slashed(
                            "c h c++ cpp cc cxx hpp",
                            List.of(BLOCK, DOUBLE, SINGLE),
                            """
                            alignas auto bool break case catch char class concept const consteval \
                            constexpr const_cast continue decltype default delete do double \
                            dynamic_cast else enum explicit export extern false final float for \
                            friend goto if inline int long mutable namespace new noexcept nullptr \
                            operator override private protected public register reinterpret_cast \
                            requires restrict return short signed sizeof static static_assert \
                            static_cast struct switch template this throw true try typedef typeid \
                            typename union unsigned using virtual void volatile while NULL\
                            """),
                    slashed(
                            "go golang",
                            List.of(BLOCK, string("`", false, true), DOUBLE, SINGLE),
                            """
                            any bool break byte case chan const continue default defer else error \
                            fallthrough false float64 for func go goto if import int int64 \
                            interface iota map nil package range return rune select string struct \
                            switch true type uint uint64 var\
                            """),
                    slashed(
                            "rust rs",
                            List.of(BLOCK, DOUBLE),
                            """
                            as async await bool break char const continue crate dyn else enum \
                            extern f32 f64 false fn for i32 i64 if impl in let loop match mod move \
                            mut pub ref return self Self static str struct super trait true type \
                            u8 u32 u64 unsafe use usize where while\
                            """),
                    hashed(
                            "python py python3",
                            List.of(THREE_DOUBLE, THREE_SINGLE, DOUBLE, SINGLE),
                            """
                            and as assert async await break case class continue def del elif else \
                            except False finally for from global if import in is lambda match None \
                            nonlocal not or pass raise return True try while with yield\
                            """,
                            ""),
                    hashed(
                            "sh bash zsh shell",
                            List.of(DOUBLE, RAW_SINGLE),
                            """
                            case do done elif else esac exit export fi for function if in local \
                            readonly return select set shift source then trap unset until while\
                            """,
                            ""),
                    hashed("yaml yml", List.of(DOUBLE, RAW_SINGLE), "true false null", ":"),
                    hashed(
                            "toml ini",
                            List.of(THREE_DOUBLE, THREE_SINGLE, DOUBLE, RAW_SINGLE),
                            "true false",
                            "="),
                    new Language(
                            Set.of("json", "jsonc", "json5"),
                            List.of("//"),
                            List.of(BLOCK, DOUBLE),
                            words("true false null"),
                            false,
                            ":"),
                    new Language(
                            Set.of("xml", "html", "htm", "svg"),
                            List.of(),
                            List.of(
                                    new Quoted("<!--", "-->", false, true, Sort.COMMENT),
                                    new Quoted("<", ">", false, true, Sort.KEYWORD)),
                            Set.of(),
                            false,
                            ""),
                    new Language(
                            Set.of("sql"),
                            List.of("--"),
                            List.of(BLOCK, RAW_SINGLE, string("\"", false, false)),
                            words(
                                    """
                                    add all alter and as asc begin between by cascade case check \
                                    column commit constraint create cross default delete desc \
                                    distinct drop else end exists foreign from full group having \
                                    if in index inner insert into is join key left like limit not \
                                    null offset on or order outer primary references returning \
                                    right rollback select set table then union unique update using \
                                    values view when where with\
                                    """),
                            true,
                            ""));

    private Languages() {}

    static Optional<Language> named(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(language -> language.names().contains(small)).findFirst();
    }

    private static Quoted string(String sign, boolean escapes, boolean lines) {
        return new Quoted(sign, sign, escapes, lines, Sort.STRING);
    }

    private static Language slashed(String names, List<Quoted> quoted, String keywords) {
        return new Language(words(names), List.of("//"), quoted, words(keywords), false, "");
    }

    private static Language hashed(String names, List<Quoted> quoted, String keywords, String key) {
        return new Language(words(names), List.of("#"), quoted, words(keywords), false, key);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }
}
