/* Draws pictures as ASCII in 80x24 cells by libchafa in its usual settings, in one thread, and says
   what a picture takes of the processor: for `make bench ARGS=libchafa`, see FrameCost.java.

   Arguments: a file of pictures, four bytes a pixel, and their width and height. Each line that
   comes in has the kind (here there is but one), the colours ("none" or "full") and how many
   pictures to draw; each that goes out has the milliseconds of one. */
#include <chafa.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static ChafaCanvas *canvas(ChafaCanvasMode colors) {
    ChafaSymbolMap *ascii = chafa_symbol_map_new();
    chafa_symbol_map_add_by_tags(ascii, CHAFA_SYMBOL_TAG_ASCII);
    ChafaCanvasConfig *config = chafa_canvas_config_new();
    chafa_canvas_config_set_canvas_mode(config, colors);
    chafa_canvas_config_set_geometry(config, 80, 24);
    chafa_canvas_config_set_symbol_map(config, ascii);
    return chafa_canvas_new(config);
}

static double millis(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

int main(int count, char **words) {
    FILE *file = count == 4 ? fopen(words[1], "rb") : NULL;
    if (!file) {
        fprintf(stderr, "usage: frames FILE WIDTH HEIGHT\n");
        return 1;
    }
    int width = atoi(words[2]);
    int height = atoi(words[3]);
    fseek(file, 0, SEEK_END);
    size_t length = ftell(file);
    rewind(file);
    size_t each = (size_t)width * height * 4;
    unsigned char *pixels = malloc(length);
    if (!pixels || fread(pixels, 1, length, file) != length || length < each) {
        fprintf(stderr, "%s can't be read\n", words[1]);
        return 1;
    }
    chafa_set_n_threads(1);
    ChafaCanvas *none = canvas(CHAFA_CANVAS_MODE_FGBG);
    ChafaCanvas *full = canvas(CHAFA_CANVAS_MODE_TRUECOLOR);
    char colors[8];
    int times;
    while (scanf("%*s %7s %d", colors, &times) == 2) {
        ChafaCanvas *drawn = strcmp(colors, "none") ? full : none;
        double began = millis();
        for (int i = 0; i < times; i++) {
            chafa_canvas_draw_all_pixels(drawn, CHAFA_PIXEL_RGBA8_UNASSOCIATED,
                                         pixels + i % (length / each) * each, width, height,
                                         width * 4);
        }
        printf("%f\n", (millis() - began) / times);
        fflush(stdout);
    }
    return 0;
}
