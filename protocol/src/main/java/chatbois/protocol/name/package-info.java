@org.jspecify.annotations.NullMarked
package chatbois.protocol.name;
