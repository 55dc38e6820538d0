package chatbois.terminal.cell;

/// A colour of a cell: one that the theme decides on, the terminal's own, one of its palette, or an
/// exact one.
///
/// They are compared for every cell, so how is written out, as in [Dress].
public sealed interface Color {
    /// Whatever the terminal's user has chosen.
    Color DEFAULT = new Default();

    /// The colour of terminals that were told nothing.
    record Default() implements Color {

        @Override
        public boolean equals(Object other) {
            return other instanceof Default;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /// A place in the palette of 256, of which the first 16 look as the terminal's user wants.
    record Indexed(int index) implements Color {
        /// @throws IllegalArgumentException if the palette has no such place
        public Indexed {
            if (index < 0 || index > 255) {
                throw new IllegalArgumentException("the palette has no colour " + index);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Indexed color && color.index == index;
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    /// An exact colour, `0xRRGGBB`.
    record Rgb(int value) implements Color {
        /// @throws IllegalArgumentException if there are more than 24 bits
        public Rgb {
            if (value >>> 24 != 0) {
                throw new IllegalArgumentException("a colour has 24 bits");
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Rgb color && color.value == value;
        }

        @Override
        public int hashCode() {
            return value;
        }

        int red() {
            return value >> 16;
        }

        int green() {
            return value >> 8 & 0xFF;
        }

        int blue() {
            return value & 0xFF;
        }
    }

    /// What the theme has for that purpose.
    record Inked(Ink ink) implements Color {

        @Override
        public boolean equals(Object other) {
            return other instanceof Inked color && color.ink == ink;
        }

        @Override
        public int hashCode() {
            return ink.hashCode();
        }
    }

    /// One of the colours that names are written in, to be read on any background.
    record Name(int number) implements Color {
        /// How many there are; those next to each other are of almost the same hue.
        public static final int COUNT = 360;

        /// @throws IllegalArgumentException if there is no such colour
        public Name {
            if (number < 0 || number >= COUNT) {
                throw new IllegalArgumentException("names have no colour " + number);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name color && color.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /// A cell that shows a part of a picture of pixels, which the terminal knows by that number in
    /// place of a colour.
    record OfPicture(int number) implements Color {
        /// @throws IllegalArgumentException if there are more than 24 bits
        public OfPicture {
            if (number >>> 24 != 0) {
                throw new IllegalArgumentException("a picture's number has 24 bits");
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfPicture color && color.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /// A blank cell over which pixels are painted.
    record Covered() implements Color {

        @Override
        public boolean equals(Object other) {
            return other instanceof Covered;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /// What the theme has for that purpose.
    static Color of(Ink ink) {
        return new Inked(ink);
    }

    /// A place in the palette.
    static Color indexed(int index) {
        return new Indexed(index);
    }

    /// An exact colour, `0xRRGGBB`.
    static Color rgb(int value) {
        return new Rgb(value);
    }
}
