package chatbois.cellart.worker;

import chatbois.cellart.Colors;
import chatbois.cellart.Size;
import chatbois.cellart.Style;

/// How a picture is to be shown.
public record Look(Style style, Colors colors, Size size, Crop crop) {}
