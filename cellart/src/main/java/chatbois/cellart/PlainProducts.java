package chatbois.cellart;

/// Needs nothing but the JDK's own classes.
final class PlainProducts implements Products {
    private final int[][] others;
    private int[] whole = {};

    PlainProducts(float[][] others) {
        this.others = new int[others.length][];
        for (int g = 0; g < others.length; g++) {
            this.others[g] = whole(others[g], new int[others[g].length]);
        }
    }

    private static int[] whole(float[] vector, int[] into) {
        for (int i = 0; i < vector.length; i++) {
            into[i] = (int) vector[i];
        }
        return into;
    }

    @Override
    public void of(float[] vector, float[] products) {
        whole = whole(vector, whole.length == vector.length ? whole : new int[vector.length]);
        for (int g = 0; g < products.length; g++) {
            products[g] = Products.of(whole, others[g]);
        }
    }
}
